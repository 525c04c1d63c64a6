import { generateEntityId } from '@medusajs/framework/utils'
import { plainWords } from '../../search/vietnamese-words'

export const DECISION_KINDS = ['recognition', 'revocation', 'suspension', 'lifting', 'extension', 'correction'] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]
export const DECISION_LEVELS = ['district', 'province', 'central'] as const
export type DecisionLevel = (typeof DECISION_LEVELS)[number]

/** Who signed, as the document prints it. */
export interface Signatory {
  name: string
  title: string
}

/** What a decision did to one recognition; printed on its document and page. Days are yyyy-mm-dd at +07. */
export interface DecisionChange {
  recognitionId: string
  productName: string
  producerName: string | null
  change: 'revoked' | 'suspended' | 'lifted' | 'extended' | 'corrected'
  /** First day of it. */
  from: string
  /** Last day, included; null when there is none. */
  to: string | null
  reason: string
  /** What a correction found, by column. */
  before: Readonly<Record<string, string | number | null>> | null
  after: Readonly<Record<string, string | number | null>> | null
}

export interface DecisionRow {
  number: string
  date: string
  authority: string
  level: DecisionLevel
  kind?: DecisionKind
  province_code?: string | null
  legal_basis: string | null
  signatories?: Signatory[] | null
  changes?: DecisionChange[] | null
  source: string | null
  sample: boolean
}

/** One result of a decision. What is not given of product and holder is unknown. */
export interface RecognitionRow {
  product_id: string | null
  product_name: string
  product_code?: string | null
  producer_id?: string | null
  producer_name?: string | null
  province_code?: string | null
  sector?: string | null
  set_no?: number | null
  stars: number
  points: number | null
  rubric_version: string
  valid_from: string
  /** Last day, included. */
  valid_to: string
  sample: boolean
}

export interface SuspensionRow {
  recognition_id: string
  /** First day without the star. */
  from: string
  /** Last day without it; null until further notice. */
  to: string | null
  reason: string
  decision_number: string
  decision_date: string
  authority: string
  decision_id: string | null
}

/** When a suspension ends. What is not named of the decision that ended it stays. */
export interface SuspensionEnd {
  id: string
  /** Last day without the star, included; null until further notice. */
  to: string | null
  lifted_by_decision_id?: string | null
  /** The last day it had before that decision. */
  planned_to?: string | null
}

/** The end that a decision gives a suspension, and the one its signer has seen. */
export interface LiftingRow {
  id: string
  to: string
  planned_to: string | null
}

export interface RevocationRow {
  id: string
  /** First day without the star. */
  revoked_on: string
  /** Key of one of the grounds of the law. */
  revocation_ground: string
  revoked_by_decision_id: string | null
}

export interface ExtensionRow {
  id: string
  /** Last day of the extension, included. */
  extended_to: string
  extended_by_decision_id: string | null
}

/** Columns of a recognition that a decision other than its own may set; what is not named stays. */
export interface RecognitionChange {
  id: string
  product_name?: string
  producer_name?: string | null
  product_code?: string | null
  valid_from?: string
  valid_to?: string
  points?: number | null
  revoked_on?: string | null
  revocation_ground?: string | null
  revoked_by_decision_id?: string | null
  extended_to?: string | null
  extended_by_decision_id?: string | null
}

/** A decision as it is stored. */
export function toDecisionColumns(row: DecisionRow, importId: string | null = null) {
  return {
    ...row,
    kind: row.kind ?? ('recognition' as const),
    year: Number(row.date.slice(0, 4)),
    province_code: row.province_code ?? null,
    signatories: (row.signatories ?? null) as unknown as Record<string, unknown> | null,
    changes: (row.changes ?? null) as unknown as Record<string, unknown> | null,
    import_id: importId,
  }
}

/** A result as it is stored, with the words it is found by. */
export function toRecognitionColumns(row: RecognitionRow, decision: { id: string; number: string }) {
  return {
    id: generateEntityId(undefined, 'recog'),
    ...row,
    product_code: row.product_code ?? null,
    producer_id: row.producer_id ?? null,
    producer_name: row.producer_name ?? null,
    province_code: row.province_code ?? null,
    sector: row.sector ?? null,
    set_no: row.set_no ?? null,
    search_text: searchText({ ...row, decisionNumber: decision.number }),
    decision_id: decision.id,
  }
}

/** The plain words a recognition is found by: product, holder, product code and number of the decision. */
export function searchText(row: {
  product_name: string
  producer_name?: string | null
  product_code?: string | null
  decisionNumber: string
}): string {
  const texts = [row.product_name, row.producer_name, row.product_code, row.decisionNumber]
  return [...new Set(texts.flatMap((text) => plainWords(text ?? '')))].join(' ')
}

/** Signing: what the draft becomes and what follows from it. Rows name no decision yet. */
export interface SigningRows {
  draft_id: string
  /** The draft as its signer has read it. */
  version: number
  signed_by: string
  decision: DecisionRow
  recognitions: RecognitionRow[]
  revocations: Omit<RevocationRow, 'revoked_by_decision_id'>[]
  suspensions: Pick<SuspensionRow, 'recognition_id' | 'from' | 'to' | 'reason'>[]
  liftings: LiftingRow[]
  extensions: Omit<ExtensionRow, 'extended_by_decision_id'>[]
  corrections: RecognitionChange[]
}

/** What signing made and changed; the undo needs all of it. */
export interface Signed {
  draft_id: string
  decision_id: string
  recognition_ids: string[]
  suspension_ids: string[]
  /** Ends of suspensions as they were. */
  lifted: Required<SuspensionEnd>[]
  before: Required<RecognitionChange>[]
}

/** A row of an imported file without faults: one result of one decision. */
export interface ImportedResult {
  decision: DecisionRow
  recognition: RecognitionRow
}

export interface ImportFault {
  /** Key of the column; null when the fault is the row's. */
  column: string | null
  /** Code of `messages.ts`. */
  code: string
}

export interface ImportRowDraft {
  row_no: number
  cells: Readonly<Record<string, string>>
  faults: ImportFault[]
  outcome: 'new' | 'known' | 'faulty'
  result: ImportedResult | null
  product_id: string | null
}
