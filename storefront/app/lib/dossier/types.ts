import type { Picture } from '@sao-lang/traceability/verify'
import type { Band, BelowMinimum, SheetPoints, StarOutlook } from '@sao-lang/traceability/verify/rating'

export type DossierState =
  | 'draft'
  | 'submitted'
  | 'in_review'
  | 'returned'
  | 'passed_on'
  | 'evaluated'
  | 'decided'
  | 'withdrawn'
  | 'refused'
export type DossierKind = 'first' | 'upgrade' | 'renewal'
export type DossierAct = 'edit' | 'submit' | 'answer' | 'withdraw' | 'open' | 'confirm' | 'return' | 'pass_on'
export type FilingFit = 'open' | 'late' | 'transitional' | 'early' | 'closed' | 'none' | 'recognised' | 'top'
export interface Words {
  vi: string
  en: string
}

export interface Standing {
  phase: string
  stars: 3 | 4 | 5
  decisionNumber: string
  validTo: string
}

/** One thing a dossier still needs (docs/contracts.md, Dossiers). */
export type Missing =
  | { code: 'fit'; fit: FilingFit }
  | { code: 'holder' }
  | { code: 'field'; field: DossierField }
  | { code: 'statement'; statement: string; title: Words }
  | { code: 'variant' }
  | { code: 'criterion' | 'evidence'; criterionId: string; criterion: string; title: string; section: string }
  | { code: 'paper'; paper: string; title: Words }
  | { code: 'expired'; place: string; title: string; expiresOn: string }
  | { code: 'outdated'; place: string; title: string }
  | { code: 'story'; letters: number; least: number }
  | { code: 'pictures'; least: number }

export const DOSSIER_FIELDS = [
  'representative',
  'position',
  'phone',
  'address',
  'businessNumber',
  'description',
  'capacity',
] as const
export type DossierField = (typeof DOSSIER_FIELDS)[number]
export type DossierForm = Record<DossierField, string> & { statements: Record<string, string> }

export interface DossierPaper {
  id: string
  kind: string
  title: string
  issuer: string | null
  number: string | null
  expiresOn: string | null
  standing: string
  current: boolean
  sha256: string
  verified: boolean
}

export interface Criterion {
  id: string
  code: string
  title: string
  max: number
  note: string | null
  options: { id: string; points: number; label: string; minForStar: 3 | 4 | 5 | null }[]
  answered: boolean
  picked: string | null
  explanation: string
  paperKinds: string[]
  needsPaper: boolean
  papers: DossierPaper[]
}

export interface Section {
  part: 'A' | 'B' | 'C'
  partTitle: string
  code: string
  title: string
  points: number
  max: number
  answered: number
  criteria: Criterion[]
}

export interface ReturnItem {
  what: 'criterion' | 'paper' | 'field'
  ref: string
  reason: string
}
export interface DossierReturn {
  by: string
  at: string
  deadline: string
  items: ReturnItem[]
  answeredAt: string | null
}

export interface Confirmation extends Words {
  item: string
  found: { confirmed: boolean; figure: string; note: string; by: string; at: string } | null
}

export interface Dossier {
  id: string
  version: number
  state: DossierState
  acts: DossierAct[]
  kind: DossierKind
  product: { id: string; name: string }
  rubricVersion: string
  bands: Band[]
  set: { no: number; name: string; variants: string[]; variant: string | null; samples: number | null }
  standing: Standing | null
  fit: FilingFit
  form: DossierForm
  statements: ({ code: string } & Words)[]
  points: SheetPoints
  outlook: StarOutlook[]
  reached: 3 | 4 | 5 | null
  sections: Section[]
  required: ({ paper: string; papers: DossierPaper[] } & Words)[]
  story: { vi: string; en: string; pictures: Picture[]; publishedAt: string | null } | null
  missing: Missing[]
  receiptNumber: string | null
  submittedAt: string | null
  dueOn: string | null
  passedOnAt: string | null
  returns: DossierReturn[]
  confirms: Confirmation[]
  sample: boolean
}

export interface DossierEvent {
  act: string
  state: string
  actorType: 'producer' | 'official' | 'system'
  actorName: string
  at: string
}

/** `GET /producer/dossiers/:id` and what its changes answer with. */
export interface DossierAnswer {
  dossier: Dossier
  events: DossierEvent[]
  communeName: string | null
}

export interface DossierSummary {
  id: string
  version: number
  state: DossierState
  kind: DossierKind
  product: { id: string; name: string }
  set: { no: number; name: string }
  points: number
  reached: 3 | 4 | 5 | null
  missing: number
  receiptNumber: string | null
  submittedAt: string | null
  dueOn: string | null
  answerBy: string | null
  next: { stars: 3 | 4 | 5; pointsMissing: number; belowMinimum: BelowMinimum[] } | null
  sample: boolean
}

/** `GET /producer/dossiers`. */
export interface ProducerDossiers {
  dossiers: DossierSummary[]
  products: {
    id: string
    title: string
    standing: Standing | null
    proposedKind: DossierKind
    openDossierId: string | null
  }[]
  rubricVersion: string
  sets: { no: number; name: string; group: string | null; sector: string; variants: string[] }[]
  communeName: string | null
}

/** `GET /official/dossiers`. */
export interface OfficialDossiers {
  dossiers: (DossierSummary & { producerName: string })[]
  total: number
  next: number | null
  today: string
  overdue: number
}

/** `GET /official/dossiers/:id`. */
export interface OfficialDossier {
  dossier: Dossier
  holder: { id: string; name: string; legalForm: string; address: string | null; phone: string | null } | null
  events: DossierEvent[]
  today: string
}

/** `GET /producer/stories/:product`. */
export interface Story {
  productId: string
  version: number
  vi: string
  en: string
  pictures: Picture[]
  shown: { vi: string | null; en: string | null; pictures: Picture[]; sample: boolean }
  publishedAt: string | null
  canTakeBack: boolean
}

/** A paper of the producer's store, as far as a dossier asks (`GET /producer/papers`). */
export interface StorePaper {
  id: string
  kind: string
  title: string
  issuer: string | null
  number: string | null
  expiresOn: string | null
  standing: string
}
export interface PaperKindWords {
  code: string
  vi: string
  en: string
}
