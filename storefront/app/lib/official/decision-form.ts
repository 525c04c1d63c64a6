import type { DecisionKind } from '#app/lib/medusa/register-types.ts'
import type { DraftChoices, DraftRow, DraftView } from './decision-types.ts'

/** Rows of results that a new form has room for; more go through an import or a second draft. */
const RESULT_ROWS = 8

export type TypedDraft = Record<string, string>

/** What was typed, by field; nothing but texts. */
export function typedIn(form: FormData): TypedDraft {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim()]] : [])),
  )
}

/** What is sent of a draft. */
export function draftBody(kind: DecisionKind, typed: TypedDraft, rows: Record<string, unknown>[]) {
  return {
    kind,
    authority: typed.authority ?? '',
    legalBasis: typed.legalBasis ?? '',
    evaluationRef: typed.evaluationRef || null,
    rows,
  }
}

/** How many rows of results the form has for a draft that has so many already. */
export function resultRowCount(filled: number): number {
  return Math.max(RESULT_ROWS, filled + 1)
}

/** What stands behind the name of a field in a row of a change; the first row's names are bare. */
export function suffixOf(at: number): string {
  return at === 0 ? '' : String(at)
}

/** What a draft says, as the form is filled with it. */
export function typedOf({ kind, version, authority, legalBasis, evaluationRef, rows }: DraftView): TypedDraft {
  const given: [string, string | number | null | undefined][] = [
    ...Object.entries({ version, authority, legalBasis, evaluationRef }),
    ...rows.flatMap((row, at) => (kind === 'recognition' ? resultCells(row, at) : changeCells(row, at))),
  ]
  return Object.fromEntries(given.flatMap(([name, value]) => (value == null ? [] : [[name, String(value)]])))
}

/** The choices with the products of a draft that are not among them: of no listing, or of one that is gone. */
export function choicesFor(choices: DraftChoices, { rows }: Pick<DraftView, 'rows'>): DraftChoices {
  const more = rows.flatMap((row, at) => {
    const id = productKey(row, at)
    if (row.recognitionId !== undefined || choices.products.some((product) => product.id === id)) return []
    const { productName: title = '', producerName, provinceCode = '' } = row
    return [{ id, title, producer: producerName ?? '', provinceCode }]
  })
  return { ...choices, products: [...choices.products, ...more] }
}

/**
 * Rows of a draft as the shop takes them; what is missing or no number the shop refuses with a sentence. In: for a draft written anew its
 * rows, of which is kept what the form does not ask.
 */
export function draftRows(
  kind: DecisionKind,
  typed: TypedDraft,
  choices: DraftChoices,
  before: readonly DraftRow[] = [],
): Record<string, unknown>[] {
  if (kind === 'recognition') return resultRows(typed, choices, before)
  return Array.from({ length: Math.max(1, before.length) }, (_, at) => changeRow(kind, typed, at, before[at])).flat()
}

function changeRow(
  kind: Exclude<DecisionKind, 'recognition'>,
  typed: TypedDraft,
  at: number,
  before: DraftRow | undefined,
): Record<string, unknown>[] {
  const text = (name: string) => typed[`${name}${suffixOf(at)}`] ?? ''
  const recognitionId = text('recognition')
  if (recognitionId === '') return []
  const reason = text('reason')
  switch (kind) {
    case 'revocation':
      return [
        {
          recognitionId,
          ground: text('ground'),
          conclusionOn: text('conclusionOn'),
          conclusion: text('conclusion'),
          from: text('from'),
        },
      ]
    case 'suspension':
      return [{ recognitionId, from: text('from'), to: text('to') || null, reason }]
    case 'lifting':
      return [{ recognitionId, liftedFrom: text('liftedFrom'), reason }]
    case 'extension':
      return [{ recognitionId, extendedTo: text('extendedTo'), reason }]
    case 'correction': {
      const { productName, producerName, productCode, ...kept } = before ?? {}
      return [
        {
          ...kept,
          recognitionId,
          reason,
          ...(text('productName') ? { productName: text('productName') } : {}),
          ...(text('producerName') ? { producerName: text('producerName') } : {}),
          ...(text('productCode') ? { productCode: text('productCode') } : {}),
        },
      ]
    }
  }
}

function changeCells({ recognitionId, ...row }: DraftRow, at: number): [string, string | number | null | undefined][] {
  return Object.entries({ recognition: recognitionId, ...row }).map(([name, value]) => [
    `${name}${suffixOf(at)}`,
    value,
  ])
}

function resultCells(row: DraftRow, at: number): [string, string | number | null | undefined][] {
  const { stars, points, productCode, setNo } = row
  return Object.entries({ product: productKey(row, at), stars, points, productCode, setNo }).map(([name, value]) => [
    `${name}${at}`,
    value,
  ])
}

/** By what the form names the product of a row: its id, or its place where no listing is known. */
function productKey({ productId }: DraftRow, at: number): string {
  return productId ?? `row:${at}`
}

function resultRows(
  typed: TypedDraft,
  { products, rubricVersion }: DraftChoices,
  before: readonly DraftRow[],
): Record<string, unknown>[] {
  return Array.from({ length: resultRowCount(before.length) }, (_, at) => at).flatMap((at) => {
    const product = products.find(({ id }) => id === typed[`product${at}`])
    if (!product) return []
    const kept = before.find((row, place) => productKey(row, place) === product.id)
    const setNo = typed[`setNo${at}`] ?? ''
    return [
      {
        ...(kept ?? {
          productId: product.id,
          productName: product.title,
          producerName: product.producer,
          provinceCode: product.provinceCode,
          rubricVersion,
          ratedStars: null,
          dossierId: null,
        }),
        productCode: typed[`productCode${at}`] || null,
        setNo: setNo === '' ? null : Number(setNo),
        stars: Number(typed[`stars${at}`]),
        points: pointsOf(typed[`points${at}`] ?? ''),
      },
    ]
  })
}

/** `85,5` and `85.5`; a text that is no number stays one, so that the shop names it. */
function pointsOf(text: string): number | string {
  const value = Number(text.replace(',', '.'))
  return text === '' || Number.isNaN(value) ? text : value
}
