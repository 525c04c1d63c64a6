import type { DecisionKind } from '#app/lib/medusa/register-types.ts'

export const DECISION_KINDS = [
  'recognition',
  'revocation',
  'suspension',
  'lifting',
  'extension',
  'correction',
] as const satisfies readonly DecisionKind[]
export type DraftState = 'draft' | 'signed' | 'dropped'

export interface DraftSummary {
  id: string
  kind: DecisionKind
  state: DraftState
  authority: string
  rowCount: number
  draftedBy: string
  updatedAt: string
  decisionId: string | null
  sample: boolean
}

/** A row of a draft; which members it has depends on its kind. */
export interface DraftRow {
  recognitionId?: string
  productId?: string | null
  productName?: string
  producerName?: string | null
  productCode?: string | null
  stars?: number
  points?: number
  rubricVersion?: string
  setNo?: number | null
  provinceCode?: string
  ground?: string
  from?: string
  to?: string | null
  liftedFrom?: string
  extendedTo?: string
  conclusionOn?: string
  conclusion?: string
  reason?: string
}

export interface DraftView extends DraftSummary {
  version: number
  legalBasis: string
  evaluationRef: string | null
  rows: DraftRow[]
  subjects: Record<string, { product: string; producer: string | null; stars: number; validTo: string }>
  may: { change: boolean; sign: boolean }
  own: boolean
  late: boolean
}

export interface DraftChoices {
  level: 'province' | 'central'
  provinceCode: string | null
  authority: string
  legalBasis: string
  rubricVersion: string
  stars: number[]
  grounds: { code: string; vi: string; en: string }[]
  products: { id: string; title: string; producer: string; provinceCode: string }[]
}

export interface ImportView {
  id: string
  fileName: string
  state: 'checked' | 'committed' | 'undone'
  by: string
  rows: number
  errors: number
  known: number
  decisions: number
  matched: number
  createdAt: string
}

export interface ImportRow {
  rowNo: number
  outcome: 'new' | 'known' | 'faulty'
  product: string
  producer: string
  number: string
  stars: string
  matched: boolean
  faults: { column: string | null; cell: string; message: string }[]
}
