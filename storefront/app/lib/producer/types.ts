import type { Place, RecognitionStatus, SourceAreaView } from '@sao-lang/traceability/verify'
import type { Badge } from '#app/lib/medusa/types.ts'

/** `GET /producer/me` (docs/contracts.md, Producers' API). */
export interface ProducerDesk {
  member: { id: string; name: string; role: 'owner' | 'manager' | 'packer' | 'bookkeeper' }
  people: { id: string; name: string }[]
  producer: { handle: string; name: string; legalForm: string; place: Place; phone: string | null }
  products: OwnProduct[]
  steps: StepWord[]
  sourceAreas: OwnSourceArea[]
  /** False while the traceability service is away: entries wait on the phone then. */
  traceAvailable: boolean
  /** Notices that this member has not read; 100 stands for that many or more. */
  unreadNotices: number
}

export interface OwnProduct {
  id: string
  handle: string
  title: string
  netContent: string | null
  onSale: boolean
  badge: Badge
  labels: LabelPermission
}

/** Whether new labels may be ordered for a product today; the rule is the traceability service's. Days are yyyy-mm-dd at +07. */
export type LabelPermission =
  | { allowed: true; stars: 3 | 4 | 5; until: string; transitional: boolean }
  | { allowed: false; reason: Exclude<RecognitionStatus, 'valid'>; since: string | null }

/** A word of the journal; `makes` tells those that make a lot of others. */
export interface StepWord {
  word: string
  label: { vi: string; en: string }
  makes: boolean
}

export interface OwnSourceArea extends SourceAreaView {
  productRefs: string[]
  recall: { recallNo: string; at: string; reason: string; advice: string } | null
}

export interface Quantity {
  value: number
  unit: string
}
export type Measure = 'g' | 'ml' | 'piece'
export type LotKind = 'raw' | 'intermediate' | 'product'

/** A line of the lot book (`GET /producer/lots`). Amounts are whole grams, millilitres or pieces. */
export interface LotLine {
  ref: string
  lotCode: string
  kind: LotKind
  material: string | null
  productRef: string | null
  /** Null when the lot was entered without an amount. */
  amount: number | null
  left: number | null
  measure: Measure | null
  packs: number | null
  quantity: Quantity | null
  packedOn: string | null
  bestBefore: string | null
  availableFrom: string | null
  recall: { at: string; reason: string; advice: string } | null
  withdrawn: boolean
  lastStep: string | null
  changedAt: string
  sample: boolean
  nextSteps: string[]
}

/** A producer that goods can be handed to (`GET /producer/receivers`). */
export interface Receiver {
  handle: string
  name: string
  /** Commune and province, for producers of one name. */
  place: string
  sameProvince: boolean
}

/** Goods another producer handed over that are not in the book yet (`GET /producer/hand-overs`). */
export interface HandOver {
  producer: { handle: string; name: string }
  stepNo: string
  lotRef: string
  lotCode: string
  name: string
  /** What is not taken in yet, in base units; null when nobody weighed. */
  left: number | null
  measure: Measure | null
  pieceWord: string
  sentAt: string
  recalled: boolean
}

/** What `POST /producer/evidence` answers and an entry carries. */
export interface Evidence {
  file: string
  kind: 'photo' | 'document'
  title: string
  public: boolean
  sha256: string
}

/** One entry of the journal as it is sent (docs/contracts.md, StepBody); `deviceNow` is added while it is sent. */
export interface EntryBody {
  requestKey: string
  step: string
  happenedAt: string
  note: string | null
  about: string[]
  quantity: Quantity | null
  /** `producer` is the handle of who handed the lot over; null for one's own. */
  inputs: { lotRef: string; producer: string | null; amount: Quantity | null }[]
  additions: { name: string; amount: Quantity | null }[]
  outputs: EntryOutput[]
  sourceAreaRefs: string[]
  /** Handle of the producer who gets the goods. */
  handTo: string | null
}

export interface EntryOutput {
  ref: string
  lotCode: string
  kind: LotKind
  productRef: string | null
  material: string | null
  amount: Quantity | null
  packs: { count: number; unit: string; net: Quantity } | null
  packedOn: string | null
  bestBefore: string | null
}

/** An entry as the book keeps it. */
export interface BookEntry {
  stepNo: string
  step: string
  happenedAt: string
  recordedAt: string
  part: 'made' | 'about' | 'took'
  entry: KeptEntry
  /** When it was struck, why, by whom (a member's id), and the entry in its place; null while it counts. */
  void: { at: string; reason: string; by: string | null; replacedBy: string | null } | null
  lock: 'day_over' | 'later_steps' | 'labels_printed' | null
}

interface KeptEntry extends Omit<EntryBody, 'inputs' | 'handTo'> {
  inputs: { lotRef: string; partyRef: string | null; amount: Quantity | null }[]
  evidence: Evidence[]
  place: Place | null
  /** Party of the producer who got the goods; its name is among the page's `parties`. */
  handTo: string | null
  orderRefs: string[]
  recordedBy?: string
}

export interface LotEdge {
  step: string
  happenedAt: string
  /** Out / in; null when something was not weighed. */
  yield: number | null
  lot: { ref: string; lotCode: string; name: string | null; own: boolean } | null
}

/** `GET /producer/lots/:ref`. */
export interface LotPage {
  lot: LotLine
  entries: BookEntry[]
  back: LotEdge[]
  forward: LotEdge[]
  labelBatches: number
  /** Other producers that the entries name. */
  parties: { ref: string; handle: string; name: string }[]
}

/** What the journal answers to a stored entry. */
export interface RecordedStep {
  stepNo: string
  happenedAt: string
  warnings: { code: 'unknown_balance' | 'certificate_expired' | 'clock_corrected' }[]
  lots: { ref: string }[]
}

/** Why the journal refused an entry; `details` fill the sentence in. */
export interface Refusal {
  code: string
  field: string | null
  details: Record<string, string | number>
}

/** `POST …/recall`. */
export interface Recalled {
  recallNo: string
  lots: number
  labelBatches: number[]
  orderRefs: string[]
}

/** A line of `GET /producer/recalls`. */
export interface RecallLine {
  recallNo: string
  cause: string
  ref: string
  name: string
  reason: string
  advice: string
  declaredAt: string
  liftedAt: string | null
  liftReason: string | null
  lots: number
}
