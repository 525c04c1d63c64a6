import type { Rating } from '@sao-lang/traceability/verify/rating'
import type {
  CouncilMemberDTO,
  EvaluationDTO,
  ScoreSheetDTO,
  SittingDTO,
  SittingItemDTO,
} from '../modules/evaluation/service'
import { toScoring } from '../modules/evaluation/service'
import { type ResultView, toResultView } from './evaluation-view'
import { distinctNames } from './judge-sheets'
import { disagrees, type ItemScoring, type Picks, progressOf } from './scoring'
import { sheetsFor } from './sealed-view'
import { type SittingPhase, sittingPhase } from './sitting-phase'

/** A sheet on the secretary's table: that it is there, and what is on it once the round is revealed. */
export interface SheetLine {
  id: string
  memberId: string
  member: string
  scoringRound: number
  state: 'draft' | 'submitted' | 'conflict' | 'absent'
  conflictGround: string | null
  excludedReason: string | null
  /** Null while it is sealed. */
  open: { points: number | null; opinion: string; stance: 'agree' | 'meet' | null; picks: Picks } | null
  /** True for the sheet of who is asking. */
  own: boolean
}

export interface ItemView {
  id: string
  position: number
  state: SittingItemDTO['state']
  evaluation: {
    id: string
    version: number
    state: EvaluationDTO['state']
    product: string
    producer: string
    kind: EvaluationDTO['kind']
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
  /** Null while anything is sealed. */
  result: ResultView | null
  /** Written opinions that ask for a meeting. */
  disagrees: boolean
}

export interface SittingView {
  id: string
  version: number
  level: 'province' | 'ministry'
  provinceCode: string | null
  councilId: string
  roundId: string
  day: string
  place: string
  mode: SittingDTO['mode']
  phase: SittingPhase
  items: ItemView[]
  openedAt: string | null
  closedAt: string | null
  sample: boolean
}

interface SittingRows {
  sitting: SittingDTO
  items: readonly SittingItemDTO[]
  evaluations: ReadonlyMap<string, EvaluationDTO>
  sheets: readonly ScoreSheetDTO[]
  members: readonly CouncilMemberDTO[]
}

/** A sitting as one official may see it. In: its rows, and the id of who looks: others' sealed sheets stay out. */
export function toSittingView(rows: SittingRows, officialId: string): SittingView {
  const { sitting, members } = rows
  const viewer = members.find(({ official_id }) => official_id === officialId)?.id ?? null
  const items = [...rows.items]
    .sort((a, b) => a.position - b.position)
    .flatMap((item) => {
      const evaluation = rows.evaluations.get(item.evaluation_id)
      return evaluation ? [toItemView({ ...rows, item, evaluation }, viewer)] : []
    })
  const submitted = items.reduce((sum, { progress }) => sum + progress.submitted, 0)
  const phase = sittingPhase(
    sitting.state,
    items.map(({ state }) => state),
    submitted,
  )
  return {
    ...{ id: sitting.id, version: sitting.version, level: sitting.level, provinceCode: sitting.province_code },
    ...{ councilId: sitting.council_id, roundId: sitting.round_id, day: sitting.day, place: sitting.place },
    ...{ mode: sitting.mode, phase, items, openedAt: iso(sitting.opened_at), closedAt: iso(sitting.closed_at) },
    sample: sitting.sample,
  }
}

function toItemView(
  { sitting, item, evaluation, sheets, members }: SittingRows & { item: SittingItemDTO; evaluation: EvaluationDTO },
  viewer: string | null,
): ItemView {
  const rows = sheets.filter(({ item_id }) => item_id === item.id)
  const scoring = toScoring(item, sitting, evaluation, rows) as ItemScoring<Rating>
  const names = distinctNames(members.filter(({ role }) => role !== 'secretary'))
  return {
    id: item.id,
    position: item.position,
    state: item.state,
    evaluation: {
      ...{ id: evaluation.id, version: evaluation.version, state: evaluation.state, kind: evaluation.kind },
      ...{ product: evaluation.product_name, producer: evaluation.producer_name, setNo: evaluation.set_no },
      ...{ outcome: evaluation.outcome, points: evaluation.points, stars: evaluation.stars },
      draftedIn: evaluation.drafted_in,
    },
    scoringRound: item.scoring_round,
    rescoreNotes: item.rescore_notes,
    progress: progressOf(scoring),
    sheets: sheetLines(scoring, names, viewer),
    result: scoring.judgement === null ? null : toResultView(scoring.judgement),
    disagrees: disagrees(scoring),
  }
}

function sheetLines(
  scoring: ItemScoring<Rating>,
  names: ReadonlyMap<string, string>,
  viewer: string | null,
): SheetLine[] {
  const points = new Map(scoring.judgement?.inputs.sheets.map((each) => [each.member, each.points]) ?? [])
  return sheetsFor(scoring, viewer).map((view): SheetLine => {
    const facts = view.sealed ? view : view.sheet
    const member = names.get(facts.memberId) ?? ''
    const counted = facts.scoringRound === scoring.scoringRound && facts.state === 'submitted'
    return {
      ...{ id: facts.id, memberId: facts.memberId, member, scoringRound: facts.scoringRound },
      ...{ state: facts.state, conflictGround: facts.conflictGround, excludedReason: facts.excludedReason },
      own: facts.memberId === viewer,
      open: view.sealed
        ? null
        : {
            points: counted ? (points.get(member) ?? null) : null,
            ...{ opinion: view.sheet.opinion, stance: view.sheet.stance, picks: view.sheet.picks },
          },
    }
  })
}

function iso(moment: Date | string | null): string | null {
  return moment === null ? null : new Date(moment).toISOString()
}
