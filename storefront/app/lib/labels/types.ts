/** Answers of the producers' label routes (docs/contracts.md, Producers' API). Labels are counted from 0, days are at +07. */
export interface LabelBatch {
  batchNo: number
  productRef: string
  productName: string | null
  lotRef: string | null
  lotCode: string | null
  size: number
  startsAs: 'active' | 'issued'
  scratch: boolean
  issuedAt: string
  packedOn: string | null
  bestBefore: string | null
  printedLines: string[]
}

export const UNIT_STATES = [
  'issued',
  'active',
  'sold',
  'sample',
  'exported',
  'locked',
  'stolen',
  'destroyed',
  'void',
] as const
export type UnitState = (typeof UNIT_STATES)[number]

/** A change of a whole stretch, `first` and `last` included. */
export interface StretchChange {
  first: number
  last: number
  action: string
  changed: number
  refused: number
  at: string
  note: string | null
  actorRef: string | null
  other: { batchNo: number; index: number } | null
}

export interface SheetSummary {
  sheetNo: string
  batchNo: number
  format: SheetFormat
  kind: 'plain' | 'signed'
  /** Labels `from` (included) to `to` (excluded). */
  from: number
  to: number
  size: number
  madeAt: string
  symbol: { widthMm: number }
  /** Texts that are cut or not on the label because it is too small. */
  leftOut: string[]
}

export interface SheetPart {
  part: number
  from: number
  to: number
  fileName: string
  etag: string
}

export interface SheetManifest extends SheetSummary {
  parts: SheetPart[]
}

export interface LabelBatchPage {
  batch: LabelBatch
  firstCode: string
  lastCode: string
  states: { state: UnitState; units: number }[]
  changes: StretchChange[]
  sheets: SheetSummary[]
}

export interface OneLabel {
  index: number
  code: string
  state: UnitState
  history: { action: string; done: boolean; at: string; note: string | null }[]
}

export interface LabelLayout {
  sheet: string
  widthMm: number
  heightMm: number
  labels: number
}

export const SHEET_FORMATS = ['pdf', 'csv', 'svg-labels', 'svg-sheets', 'png-symbols', 'urls'] as const
export type SheetFormat = (typeof SHEET_FORMATS)[number]

/** A lot of the book, as far as labels need it. */
export interface LotChoice {
  ref: string
  lotCode: string
  kind: string
  productRef: string | null
  packedOn: string | null
  packs: number | null
  recall: unknown
  withdrawn: boolean
}
