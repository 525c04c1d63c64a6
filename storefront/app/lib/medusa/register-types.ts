/** How a recognition stands on a day, as the register tells it. */
export const REGISTER_STATUSES = ['valid', 'transitional', 'suspended', 'revoked', 'expired', 'not_yet_valid'] as const
export type RegisterStatus = (typeof REGISTER_STATUSES)[number]

export const REGISTER_SECTORS = ['food', 'drink', 'herbal', 'craft', 'ornamental', 'tourism'] as const
export type RegisterSector = (typeof REGISTER_SECTORS)[number]

/** One recognition; see `RegisterEntry` of the shop. Days are yyyy-mm-dd, last days included. */
export interface RegisterEntry {
  id: string
  product: string
  productHandle: string | null
  productCode: string | null
  producer: string | null
  provinceCode: string | null
  province: string | null
  sector: string | null
  stars: 3 | 4 | 5
  points: number | null
  rubricVersion: string
  decisionId: string
  decisionNumber: string
  decisionDate: string
  authority: string
  validFrom: string
  validTo: string
  extendedTo: string | null
  revokedOn: string | null
  status: RegisterStatus
  replaced: boolean
  sample: boolean
}

export interface RegisterAnswer {
  items: RegisterEntry[]
  total: number
  next: string | null
  years: number[]
  day: string
}

export type DecisionKind = 'recognition' | 'revocation' | 'suspension' | 'lifting' | 'extension' | 'correction'

export interface DecisionChange {
  recognitionId: string
  productName: string
  producerName: string | null
  change: 'revoked' | 'suspended' | 'lifted' | 'extended' | 'corrected'
  from: string
  to: string | null
  reason: string
}

export interface DecisionAnswer {
  decision: {
    id: string
    kind: DecisionKind
    number: string
    date: string
    authority: string
    legalBasis: string | null
    signatories: { name: string; title: string }[]
    source: string | null
    imported: boolean
    sample: boolean
    results: RegisterEntry[]
    changes: DecisionChange[]
  }
}
