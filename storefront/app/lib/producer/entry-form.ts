import { readNumber } from './amount-text.ts'
import { ADDITION_ROWS, type EntryShape, handsOver, INPUT_ROWS, vietnamMinute } from './entry-draft.ts'
import type { EntryBody, EntryOutput, LotKind, Quantity } from './types.ts'

/** Keys of the journal's words. */
export type EntryErrorKey =
  | 'errorWhen'
  | 'errorFuture'
  | 'errorLot'
  | 'errorLotTwice'
  | 'errorAmount'
  | 'errorCode'
  | 'errorName'
  | 'errorProduct'
  | 'errorPacks'
  | 'errorNet'
  | 'errorDay'
  | 'errorBestBefore'
  | 'errorNoteLong'
  | 'errorNothing'

export type ReadEntry = { ok: true; body: EntryBody } | { ok: false; errors: Record<string, EntryErrorKey> }

/** What of the page a form does not say itself. */
export interface EntrySetting {
  shape: EntryShape
  makes: { kind: LotKind; packs: boolean; rows: number } | null
}

const LONGEST = { note: 2000, code: 50, name: 200 }
/** The journal takes nothing later than this from now. */
const FUTURE_MS = 10 * 60_000

/**
 * Reads the form of an entry; the same on the server and on the phone. Rows that were left empty are left out.
 * In: the form's text fields, what kind of form it is, and the time by the clock at hand: a time nobody changed is now, to
 * the second, so that an entry never lies before the one it follows. Out: the entry, or the first problem of each field.
 */
export function readEntry(form: Record<string, string>, { shape, makes }: EntrySetting, now: Date): ReadEntry {
  const errors: Record<string, EntryErrorKey> = {}
  const text = (name: string) => (form[name] ?? '').normalize('NFC').trim()
  const complain = (name: string, key: EntryErrorKey) => {
    errors[name] ??= key
  }
  const quantity = (name: string, unit: string): Quantity | null => {
    if (text(name) === '') return null
    const value = readNumber(text(name))
    if (value === null) complain(name, 'errorAmount')
    return value === null ? null : { value, unit: text(unit) || 'kg' }
  }
  const line = (name: string, longest: number, key: EntryErrorKey): string => {
    if (text(name) === '' || text(name).length > longest) complain(name, key)
    return text(name)
  }
  const day = (name: string): string | null => {
    if (text(name) === '') return null
    if (!isDay(text(name))) complain(name, 'errorDay')
    return text(name)
  }

  const exact = text('whenExact')
  const happenedAt =
    exact !== '' && text('when') === text('whenShown') ? exact : momentOf(text('when'), text('whenShown'), now)
  if (happenedAt === null) complain('when', 'errorWhen')
  else if (Date.parse(happenedAt) > now.getTime() + FUTURE_MS) complain('when', 'errorFuture')
  if (text('note').length > LONGEST.note) complain('note', 'errorNoteLong')

  const inputs: EntryBody['inputs'] = []
  for (let row = 0; row < INPUT_ROWS; row++) {
    const lotRef = text(`in${row}`)
    if (lotRef === '') continue
    if (inputs.some((each) => each.lotRef === lotRef)) complain(`in${row}`, 'errorLotTwice')
    const producer = text(`in${row}-from`) || null
    inputs.push({ lotRef, producer, amount: quantity(`in${row}-amount`, `in${row}-unit`) })
  }
  if ((shape === 'make' || shape === 'take') && inputs.length === 0) complain('in0', 'errorLot')

  const additions: EntryBody['additions'] = []
  for (let row = 0; row < ADDITION_ROWS; row++) {
    const name = text(`add${row}-name`)
    const amount = quantity(`add${row}-amount`, `add${row}-unit`)
    if (name !== '') additions.push({ name, amount })
    else if (amount !== null) complain(`add${row}-name`, 'errorName')
  }

  const output = (row: number, { kind, packs }: NonNullable<EntrySetting['makes']>): EntryOutput => {
    const out = `out${row}`
    const product = kind === 'product'
    if (product && text(`${out}-product`) === '') complain(`${out}-product`, 'errorProduct')
    const packedOn = packs ? day(`${out}-packedOn`) : null
    const bestBefore = packs ? day(`${out}-bestBefore`) : null
    if (packedOn !== null && bestBefore !== null && bestBefore < packedOn) {
      complain(`${out}-bestBefore`, 'errorBestBefore')
    }
    return {
      ref: text(`${out}-ref`),
      lotCode: line(`${out}-code`, LONGEST.code, 'errorCode'),
      kind,
      productRef: product ? text(`${out}-product`) : null,
      material: product ? null : line(`${out}-name`, LONGEST.name, 'errorName'),
      amount: packs ? null : quantity(`${out}-amount`, `${out}-unit`),
      packs: packs ? packsOf(out) : null,
      packedOn,
      bestBefore,
    }
  }
  const packsOf = (out: string): EntryOutput['packs'] => {
    if (text(`${out}-packs`) === '') return null
    const count = readNumber(text(`${out}-packs`))
    const net = readNumber(text(`${out}-net`))
    if (count === null || !Number.isInteger(count) || count > 100_000_000) complain(`${out}-packs`, 'errorPacks')
    if (net === null) complain(`${out}-net`, 'errorNet')
    if (count === null || net === null) return null
    return { count, unit: text(`${out}-packUnit`) || 'gói', net: { value: net, unit: text(`${out}-netUnit`) || 'g' } }
  }
  const outputs: EntryOutput[] = []
  for (let row = 0; makes !== null && row < makes.rows; row++) {
    const used = row === 0 || text(`out${row}-amount`) !== ''
    if (used) outputs.push(output(row, makes))
  }

  const about = shape === 'note' && text('about') !== '' ? [text('about')] : []
  if (about.length + inputs.length + outputs.length === 0) complain('form', 'errorNothing')
  const seen = shape === 'note' ? quantity('seen-amount', 'seen-unit') : null
  if (Object.keys(errors).length > 0 || happenedAt === null) return { ok: false, errors }
  return {
    ok: true,
    body: {
      requestKey: text('key'),
      step: text('step'),
      happenedAt,
      note: text('note') || null,
      about,
      quantity: seen,
      inputs,
      additions,
      outputs,
      sourceAreaRefs: shape === 'begin' && text('area') !== '' ? [text('area')] : [],
      handTo: handsOver(text('step'), shape) ? text('handTo') || null : null,
    },
  }
}

/** The form's field for a member of the entry that the journal refused, e.g. `outputs.0.amount`; `form` when there is none. */
export function fieldOfMember(member: string | null, packs: boolean): string {
  const [list, row, part] = (member ?? '').split('.')
  switch (list) {
    case 'happenedAt':
      return 'when'
    case 'note':
      return 'note'
    case 'inputs':
      return part === 'amount' ? `in${row}-amount` : `in${row ?? 0}`
    case 'additions':
      return `add${row ?? 0}-${part === 'amount' ? 'amount' : 'name'}`
    case 'sourceAreaRefs':
      return 'area'
    case 'handTo':
      return 'handTo'
    case 'quantity':
      return 'seen-amount'
    case 'outputs': {
      const out = `out${row ?? 0}`
      const fields: Record<string, string> = {
        lotCode: 'code',
        ref: 'code',
        material: 'name',
        productRef: 'product',
        packedOn: 'packedOn',
        bestBefore: 'bestBefore',
      }
      return `${out}-${fields[part ?? ''] ?? (packs ? 'packs' : 'amount')}`
    }
    default:
      return 'form'
  }
}

/** The text fields of a form by name; files are left out. */
export function textFields(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string') fields[name] = value.slice(0, 4000)
  return fields
}

function momentOf(typed: string, shown: string, now: Date): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(typed)) return null
  if (typed === shown || typed === vietnamMinute(now)) return now.toISOString()
  const moment = new Date(`${typed.length === 16 ? `${typed}:00` : typed}+07:00`)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}

function isDay(text: string): boolean {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(moment) && new Date(moment).toISOString().slice(0, 10) === text
}
