export type PaperStanding = 'valid' | 'expiring' | 'expired' | 'replaced' | 'withdrawn'

/** A paper of the producer's store (docs/contracts.md, Producers' API). */
export interface Paper {
  id: string
  kind: string
  title: string
  issuer: string | null
  number: string | null
  /** yyyy-mm-dd at +07, both. */
  issuedOn: string | null
  expiresOn: string | null
  sourceAreaRef: string | null
  productRef: string | null
  pages: number
  bytes: number
  sha256: string
  state: 'active' | 'replaced' | 'withdrawn'
  version: number
  replacedBy: string | null
  verified: { at: string; note: string | null } | null
  addedAt: string
  sample: boolean
  standing: PaperStanding
  /** Days to its last good day; null without an expiry. */
  daysLeft: number | null
}

export interface PaperKind {
  code: string
  vi: string
  en: string
  hintVi: string
  hintEn: string
  hasNumber: boolean
  expires: boolean
  personal: boolean
}

/** A dossier that cites a version of the paper. */
export interface PaperUse {
  dossierId: string
  paperId: string
  productName: string
  receiptNumber: string | null
}

export interface PaperLimits {
  photos: number
  pages: number
  fileBytes: number
  formBytes: number
}

/** `GET /producer/papers`. */
export interface PapersPage {
  papers: Paper[]
  total: number
  kinds: PaperKind[]
  /** How many papers in the store expire soon, and how many have. */
  counts: { expiring: number; expired: number }
  /** Kinds of which the store holds at least one. */
  kindsHeld: string[]
  limits: PaperLimits
}

/** `GET /producer/papers/:id`; `versions` newest first. */
export interface PaperPage {
  paper: Paper
  versions: Paper[]
  uses: PaperUse[]
  kinds: PaperKind[]
  limits: PaperLimits
}

/** A field of the representative as lists show it. */
export interface MaskedField {
  field: 'personal_id' | 'gender' | 'ethnicity' | 'disability'
  masked: string
  updatedAt: string
}
