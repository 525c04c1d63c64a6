import { data } from '@remix-run/node'
import { ShopError } from '#app/lib/medusa/client.server.ts'

/** Message keys of the labels catalogue by field; `form` belongs to none. */
export type LabelErrors = Record<string, string>

const OF_CODE: Readonly<Record<string, LabelErrors>> = {
  lot_recalled: { goods: 'errorRecalled' },
  no_valid_recognition: { goods: 'errorNoRecognition' },
  product_not_yours: { goods: 'errorGoods' },
  reason_needed: { note: 'errorWhy' },
  labels_unclear: { first: 'errorWhich' },
}

const OF_FIELD: Readonly<Record<string, LabelErrors>> = {
  lotRef: { goods: 'errorGoods' },
  productRef: { goods: 'errorGoods' },
  size: { size: 'errorSize' },
  bestBefore: { bestBefore: 'errorDayOrder' },
  packedOn: { packedOn: 'errorDay' },
  printedLines: { line1: 'errorLine' },
  first: { first: 'errorNumber' },
  last: { last: 'errorNumber' },
  from: { first: 'errorNumber' },
  to: { last: 'errorNumber' },
  note: { note: 'errorWhy' },
  layout: { paper: 'errorPaper' },
  symbolMm: { paper: 'errorFit' },
}

/**
 * What a refusal of a label route means for the form that was sent. In: what was thrown, and the key for a conflict (409).
 * Throws a 404 response for a thing that is not there, and everything again that is no refusal of the shop.
 */
export function refusalErrors(error: unknown, conflict = 'errorUsed'): LabelErrors {
  if (!(error instanceof ShopError)) throw error
  if (error.kind === 'not_found') throw data(null, { status: 404 })
  if (error.kind === 'unavailable') return { form: 'errorAway' }
  const known = OF_CODE[error.code]
  if (known) return known
  if (error.kind === 'conflict') return { form: conflict }
  return OF_FIELD[error.field ?? ''] ?? { form: 'errorRefused' }
}

/** Place (from 1) of the code in a list that is not of the batch; null when the refusal is about something else. */
export function wrongCode(error: unknown): number | null {
  const place = error instanceof ShopError ? /^codes\.(\d+)$/.exec(error.field ?? '')?.[1] : undefined
  return place === undefined ? null : Number(place) + 1
}

/** The width in millimetres that a symbol needs at least, where a print sheet was refused for it. */
export function neededWidth(error: unknown): number | null {
  if (!(error instanceof ShopError) || error.field !== 'symbolMm') return null
  const needed = /needs (\d+(?:\.\d+)?) mm/.exec(error.message)?.[1]
  return needed === undefined ? null : Number(needed)
}
