import type { LookNote, MarkViolation, MendAnswer, TeamMember, Trigger } from '../modules/post-inspection/kinds'
import {
  answersOf,
  type FollowUpDTO,
  type PostInspectionDTO,
  type PostInspectionFileDTO,
  type RevocationProposalDTO,
} from '../modules/post-inspection/service'
import type { FollowUpState, InspectionState, ProposalState } from '../modules/post-inspection/states'
import { fourLooks } from './check-conclusion'

/** One line of a list of post-inspections. Days are yyyy-mm-dd at +07. */
export interface InspectionLine {
  id: string
  planned: boolean
  trigger: Trigger | null
  recognitionId: string
  productName: string
  producerName: string
  stars: number
  provinceCode: string
  communeCode: string | null
  /** yyyy-mm. */
  plannedFor: string
  day: string | null
  state: InspectionState
  concludedOn: string | null
  failed: number
  sample: boolean
}

/** One post-inspection as recorded. */
export interface InspectionView extends InspectionLine {
  triggerNote: string | null
  productId: string | null
  producerId: string | null
  place: string | null
  team: TeamMember[]
  /** All four, in the order of the law. */
  looks: LookNote[]
  violations: MarkViolation[]
  conclusion: string | null
  endNote: string | null
}

export interface FollowUpView {
  id: string
  what: string
  dueOn: string
  state: FollowUpState
  overdue: boolean
  answers: {
    note: string
    file: string | null
    at: string
    review: { verdict: 'accepted' | 'refused'; note: string; at: string } | null
  }[]
}

export interface ProposalView {
  id: string
  recognitionId: string
  productName: string
  producerName: string
  stars: number
  inspectionId: string | null
  authority: string | null
  authorityPaper: string | null
  ground: string
  reason: string
  evidence: string
  concludedOn: string
  dueOn: string
  state: ProposalState
  draftId: string | null
  dropNote: string | null
  decisionNumber: string | null
  decidedOn: string | null
  sample: boolean
}

export interface PhotoView {
  file: string
  look: LookNote['look']
  kind: 'photo' | 'document'
  title: string
  sha256: string
}

export function looksOf(row: Pick<PostInspectionDTO, 'looks'>): LookNote[] {
  return fourLooks(row.looks as unknown as LookNote[])
}

export function toInspectionLine(row: PostInspectionDTO): InspectionLine {
  return {
    id: row.id,
    planned: row.plan_item_id !== null,
    trigger: row.trigger,
    recognitionId: row.recognition_id,
    productName: row.product_name,
    producerName: row.producer_name,
    stars: row.stars,
    provinceCode: row.province_code,
    communeCode: row.commune_code,
    plannedFor: row.planned_for,
    day: row.day,
    state: row.state,
    concludedOn: row.concluded_on,
    failed: looksOf(row).filter(({ result }) => result === 'fail').length,
    sample: row.sample,
  }
}

export function toInspectionView(row: PostInspectionDTO): InspectionView {
  return {
    ...toInspectionLine(row),
    triggerNote: row.trigger_note,
    productId: row.product_id,
    producerId: row.producer_id,
    place: row.place,
    team: row.team as unknown as TeamMember[],
    looks: looksOf(row),
    violations: row.violations as MarkViolation[],
    conclusion: row.conclusion,
    endNote: row.end_note,
  }
}

/** In: today at +07; what waits for the holder after its day is overdue, an answer under review is not. */
export function toFollowUpView(row: FollowUpDTO, today: string): FollowUpView {
  return {
    id: row.id,
    what: row.what,
    dueOn: row.due_on,
    state: row.state,
    overdue: isOverdue(row, today),
    answers: answersOf(row).map(toAnswerView),
  }
}

/** True when the holder should have answered by now. */
export function isOverdue({ state, due_on }: Pick<FollowUpDTO, 'state' | 'due_on'>, today: string): boolean {
  return (state === 'open' || state === 'refused') && due_on < today
}

function toAnswerView({ note, file, at, review }: MendAnswer): FollowUpView['answers'][number] {
  return {
    note,
    file,
    at,
    review: review === null ? null : { verdict: review.verdict, note: review.note, at: review.at },
  }
}

export function toPhotoView({ file, look, kind, title, sha256 }: PostInspectionFileDTO): PhotoView {
  return { file, look, kind, title, sha256 }
}

export function toProposalView(row: RevocationProposalDTO): ProposalView {
  return {
    id: row.id,
    recognitionId: row.recognition_id,
    productName: row.product_name,
    producerName: row.producer_name,
    stars: row.stars,
    inspectionId: row.post_inspection_id,
    authority: row.authority,
    authorityPaper: row.authority_paper,
    ground: row.ground,
    reason: row.reason,
    evidence: row.evidence,
    concludedOn: row.concluded_on,
    dueOn: row.due_on,
    state: row.state,
    draftId: row.draft_id,
    dropNote: row.drop_note,
    decisionNumber: row.decision_number,
    decidedOn: row.decided_on,
    sample: row.sample,
  }
}
