import type { DecisionKind } from '#app/lib/medusa/register-types.ts'
import type { DraftChoices } from './decision-types.ts'

/** Rows of results that the form has room for; more go through an import or a second draft. */
export const RESULT_ROWS = 8

export type TypedDraft = Record<string, string>

/** What was typed, by field; nothing but texts. */
export function typedIn(form: FormData): TypedDraft {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim()]] : [])),
  )
}

/** Rows of a draft as the shop takes them; what is missing or no number the shop refuses with a sentence. */
export function draftRows(kind: DecisionKind, typed: TypedDraft, choices: DraftChoices): Record<string, unknown>[] {
  const text = (name: string) => typed[name] ?? ''
  if (kind === 'recognition') return resultRows(typed, choices)
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
    case 'extension':
      return [{ recognitionId, extendedTo: text('extendedTo'), reason }]
    case 'correction':
      return [
        {
          recognitionId,
          reason,
          ...(text('productName') ? { productName: text('productName') } : {}),
          ...(text('producerName') ? { producerName: text('producerName') } : {}),
          ...(text('productCode') ? { productCode: text('productCode') } : {}),
        },
      ]
  }
}

function resultRows(typed: TypedDraft, { products, rubricVersion }: DraftChoices): Record<string, unknown>[] {
  return Array.from({ length: RESULT_ROWS }, (_, at) => at).flatMap((at) => {
    const product = products.find(({ id }) => id === typed[`product${at}`])
    if (!product) return []
    const setNo = typed[`setNo${at}`] ?? ''
    return [
      {
        productId: product.id,
        productName: product.title,
        productCode: typed[`productCode${at}`] || null,
        producerName: product.producer,
        provinceCode: product.provinceCode,
        setNo: setNo === '' ? null : Number(setNo),
        rubricVersion,
        stars: Number(typed[`stars${at}`]),
        points: pointsOf(typed[`points${at}`] ?? ''),
        ratedStars: null,
        dossierId: null,
      },
    ]
  })
}

/** `85,5` and `85.5`; a text that is no number stays one, so that the shop names it. */
function pointsOf(text: string): number | string {
  const value = Number(text.replace(',', '.'))
  return text === '' || Number.isNaN(value) ? text : value
}
