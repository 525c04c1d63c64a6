/** Shapes of `/official/evaluations`, `/rounds`, `/councils`, `/sittings` and `/sheets`. Days are yyyy-mm-dd at +07. */

export type CouncilLevel = 'province' | 'ministry'
export type EvaluationState =
  | 'received'
  | 'advising'
  | 'ready'
  | 'sitting'
  | 'scored'
  | 'result'
  | 'forwarded_to_ministry'
  | 'closed'
export type DossierKind = 'first' | 'upgrade' | 'renewal'
export type SittingMode = 'meeting' | 'written_opinion'
export type CouncilRole = 'chair' | 'secretary' | 'member'
export type SheetState = 'draft' | 'submitted' | 'conflict' | 'absent'
export type Picks = Record<string, string | null>

/** Sentences in both languages. */
export interface Words {
  vi: string[]
  en: string[]
}

export interface EvaluationLine {
  id: string
  version: number
  level: CouncilLevel
  state: EvaluationState
  kind: DossierKind
  product: { id: string; name: string }
  producer: { id: string; name: string }
  provinceCode: string
  communeCode: string
  rubricVersion: string
  setNo: number
  roundId: string
  receivedOn: string
  dueOn: string
  overdue: boolean
  sittingId: string | null
  points: number | null
  stars: number | null
  outcome: string | null
  draftedIn: string | null
  sample: boolean
}

/** Something the level below sent, which nobody has taken into a round yet. */
export interface Arrival {
  dossierId: string | null
  evaluationId: string | null
  level: CouncilLevel
  product: string
  kind: DossierKind
  provinceCode: string
  communeCode: string
  sentOn: string | null
}

export interface RoundView {
  id: string
  level: CouncilLevel
  provinceCode: string | null
  year: number
  no: number
  sendsUntil: string
  meetsBy: string
  sample: boolean
}
export type DueRound = Omit<RoundView, 'id' | 'sample'>

export interface EvaluationList {
  evaluations: EvaluationLine[]
  total: number
  next: number | null
  counts: Record<EvaluationState, number>
  arrivals: Arrival[]
  rounds: RoundView[]
  today: string
}

export interface ResultView {
  mean: number | null
  stars: number | null
  certified: boolean
  spread: number
  rescore: boolean
  sentences: Words
}

export interface FormPaper {
  id: string
  kind: string
  title: string
  issuer: string | null
  number: string | null
  expiresOn: string | null
  standing: string
  verified: boolean
}
export interface FormOption {
  id: string
  points: number
  label: string
  minForStar: number | null
}
export interface FormCriterion {
  id: string
  code: string
  title: string
  max: number
  note: string | null
  options: FormOption[]
  self: { optionId: string | null; points: number; note: string }
  papers: FormPaper[]
}
export interface FormSection {
  code: string
  part: 'A' | 'B' | 'C'
  partTitle: string
  title: string
  max: number
  criteria: FormCriterion[]
}
export interface ScoreForm {
  rubricVersion: string
  set: { no: number; name: string; variant: string | null }
  selfPoints: number
  sections: FormSection[]
}

export interface AdviceView {
  papersSound: boolean | null
  papersNote: string
  visitedOn: string | null
  visitPlace: string
  visitNote: string
  photos: { file: string; title: string; sha256: string }[]
  testPapers: string[]
  testNote: string
  picks: Picks
  report: string
  author: string
  handedInAt: string | null
}

export interface EvaluationView extends EvaluationLine {
  provinceName: string | null
  communeName: string | null
  dossier: { id: string; receiptNumber: string | null; submittedAt: string | null }
  papers: FormPaper[]
  form: ScoreForm
  round: RoundView | null
  advice: AdviceView | null
  result: ResultView | null
  closeReason: string | null
  above: { state: EvaluationState; outcome: string | null; points: number | null; stars: number | null } | null
  fallBack: { points: number; stars: number } | null
  rights: { advise: boolean; close: boolean; settle: boolean; fallBack: boolean; draft: boolean }
}

export interface CouncilView {
  id: string
  level: CouncilLevel
  provinceCode: string | null
  number: string
  date: string
  foundedBy: string
  members: { id: string; officialId: string; name: string; role: CouncilRole; body: string }[]
  sample: boolean
}
export interface Candidate {
  officialId: string
  name: string
  role: CouncilRole
  unit: string
}
export interface CouncilList {
  councils: CouncilView[]
  found: { level: CouncilLevel; provinceCode: string | null; candidates: Candidate[] } | null
  today: string
}

export interface SittingLine {
  id: string
  level: CouncilLevel
  provinceCode: string | null
  day: string
  place: string
  mode: SittingMode
  state: 'prepared' | 'open' | 'closed'
  items: number
  toScore: { id: string; product: string }[]
}
export interface SittingList {
  sittings: SittingLine[]
  call: { councils: CouncilView[]; rounds: RoundView[]; ready: EvaluationLine[] } | null
  today: string
}

export interface SheetLine {
  id: string
  memberId: string
  member: string
  scoringRound: number
  state: SheetState
  conflictGround: string | null
  excludedReason: string | null
  open: { points: number | null; opinion: string; stance: 'agree' | 'meet' | null } | null
  own: boolean
}
export interface ItemView {
  id: string
  position: number
  state: 'waiting' | 'scoring' | 'revealed' | 'adjourned'
  evaluation: {
    id: string
    version: number
    state: EvaluationState
    product: string
    producer: string
    kind: DossierKind
    setNo: number
    outcome: string | null
    points: number | null
    stars: number | null
    draftedIn: string | null
  }
  scoringRound: number
  rescoreNotes: string[]
  progress: { seats: number; submitted: number; waiting: number; conflict: number; absent: number }
  sheets: SheetLine[]
  result: ResultView | null
  disagrees: boolean
}
export interface Ground {
  code: string
  vi: string
  en: string
}
export interface SittingPage {
  sitting: {
    id: string
    version: number
    level: CouncilLevel
    provinceCode: string | null
    councilId: string
    roundId: string
    day: string
    place: string
    mode: SittingMode
    phase: 'prepared' | 'open' | 'sealed' | 'revealed' | 'closed'
    items: ItemView[]
    openedAt: string | null
    closedAt: string | null
    sample: boolean
  }
  council: CouncilView
  conflictGrounds: Ground[]
  spreadLimit: number
  rights: { prepare: boolean; draft: boolean }
}

export interface SheetPage {
  id: string
  sittingId: string
  evaluationId: string
  product: string
  producer: string
  kind: DossierKind
  day: string
  mode: SittingMode
  scoringRound: number
  rescoreNotes: string[]
  state: SheetState
  writable: boolean
  picks: Picks
  opinion: string
  stance: 'agree' | 'meet' | null
  excludedReason: string | null
  submittedAt: string | null
  points: { total: number; unanswered: string[] }
  form: ScoreForm
  conflictGrounds: Ground[]
  advice: { report: string; papersNote: string; visitNote: string; testNote: string } | null
}

export interface ReplayAnswer {
  on: string
  scores: { level: string; points: number }[]
  stars: number | null
  decidedBy: string | null
  sentences: Words
  source: string
  recorded: { product: string; stars: number; decision: string; agrees: boolean } | null
}
