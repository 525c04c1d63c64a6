import { type EvaluationState, stateAfter } from './evaluation-state'

/** How a council comes to its mean: around a table, or on paper (re-evaluation, QĐ 26/2026 art. 7), meeting only on disagreement. */
export const SITTING_MODES = ['meeting', 'written_opinion'] as const
export type SittingMode = (typeof SITTING_MODES)[number]

/** Thư ký keeps the minutes and does not score. */
export const COUNCIL_ROLES = ['chair', 'secretary', 'member'] as const
export type CouncilRole = (typeof COUNCIL_ROLES)[number]

/**
 * One member's sheet in one scoring round. `conflict`: the member has an interest in the product and does not score it;
 * `absent`: did not come.
 */
export type SheetState = 'draft' | 'submitted' | 'conflict' | 'absent'

/** In written opinions: content with the class on paper, or asks for a meeting. */
export type Stance = 'agree' | 'meet'

/** The option picked for each criterion, by the criterion's id; null: no option is reached. */
export type Picks = Readonly<Record<string, string | null>>

export interface Sheet {
  id: string
  memberId: string
  scoringRound: number
  state: SheetState
  picks: Picks
  opinion: string
  stance: Stance | null
  /** Ground of the scoring rules for a conflict of interest; null for anyone else. */
  conflictGround: string | null
  /** Why the member does not score; null for those who do. */
  excludedReason: string | null
  /** UTC, ISO 8601. */
  submittedAt: string | null
}

/** What is said of the sheets of one scoring round. */
export interface Judgement {
  /** The members lie too far apart: they talk it over and score again. */
  rescore: boolean
}

/** `adjourned`: taken off the agenda without a result (no quorum, or written opinions that ask for a meeting). */
export type ItemState = 'waiting' | 'scoring' | 'revealed' | 'adjourned'

/** One dossier on a sitting's agenda, with every sheet of every scoring round. */
export interface ItemScoring<J extends Judgement = Judgement> {
  item: ItemState
  mode: SittingMode
  scoringRound: number
  /** Why each further round was opened, from the second on. */
  rescoreNotes: readonly string[]
  sheets: readonly Sheet[]
  /** Of the last revealed round. */
  judgement: J | null
  evaluation: EvaluationState
}

export type ScoringCode =
  | 'sheet_sealed'
  | 'sheet_not_open'
  | 'sheet_unknown'
  | 'score_incomplete'
  | 'stance_needed'
  | 'quorum_lost'
  | 'rescore_not_asked'
  | 'rescore_needed'
  | 'written_disagreement'
  | 'state_conflict'

/** An act that has no place where the council stands. */
export class ScoringRefusal extends Error {
  override name = 'ScoringRefusal'
  constructor(readonly code: ScoringCode) {
    super(code)
  }
}

/** What a round needs of the law and the criteria; kept outside so that the rules of sealing hold whatever they say. */
export interface Judge<J extends Judgement = Judgement> {
  /** Throws for a pick that the set does not have. Out: false while a criterion has no pick. */
  complete(picks: Picks): boolean
  /** True when that many scoring members make a council. */
  quorum(scoring: number, seats: number): boolean
  /** In: the sheets of one round, of all who were there; those with a conflict of interest do not count. */
  rate(sheets: readonly Sheet[]): J
}

export type ScoringCommand =
  | { act: 'open'; members: readonly string[]; newId: () => string }
  | { act: 'save'; memberId: string; sheetId?: string; picks: Picks; opinion: string; stance: Stance | null }
  | {
      act: 'submit'
      memberId: string
      sheetId?: string
      picks: Picks
      opinion: string
      stance: Stance | null
      at: string
    }
  | { act: 'exclude'; memberId: string; ground: string | null; reason: string }
  | { act: 'readmit'; memberId: string }
  | { act: 'rescore'; note: string; newId: () => string }
  | { act: 'adjourn' }

/** Sheets of the round that is being scored, or was last. */
export function currentSheets({ sheets, scoringRound }: Pick<ItemScoring, 'sheets' | 'scoringRound'>): Sheet[] {
  return sheets.filter((sheet) => sheet.scoringRound === scoringRound)
}

/** Where a round stands, in numbers that say nothing of what anyone scored. */
export function progressOf(scoring: Pick<ItemScoring, 'sheets' | 'scoringRound'>) {
  const current = currentSheets(scoring)
  const count = (state: SheetState) => current.filter((sheet) => sheet.state === state).length
  return {
    seats: current.length,
    submitted: count('submitted'),
    waiting: count('draft'),
    conflict: count('conflict'),
    absent: count('absent'),
  }
}

/** True when written opinions ask for a meeting: someone does, or the members lie too far apart. */
export function disagrees(scoring: ItemScoring): boolean {
  if (scoring.mode !== 'written_opinion' || scoring.item !== 'revealed') return false
  return (
    scoring.judgement?.rescore === true ||
    currentSheets(scoring).some(({ state, stance }) => state === 'submitted' && stance === 'meet')
  )
}

/** True when nobody's sheet stands out and the council is one: the state in which sheets open. */
function isComplete(scoring: ItemScoring, judge: Judge): boolean {
  const { seats, submitted, waiting } = progressOf(scoring)
  return waiting === 0 && submitted > 0 && judge.quorum(submitted, seats)
}

/**
 * One act on one agenda item. The given value stays as it is; `newId` names new sheets.
 * Throws ScoringRefusal when the act has no place here, and what `judge.complete` throws for a score outside its options.
 */
export function act<J extends Judgement>(
  scoring: ItemScoring<J>,
  command: ScoringCommand,
  judge: Judge<J>,
): ItemScoring<J> {
  switch (command.act) {
    case 'open':
      return open(scoring, command)
    case 'save':
      return save(scoring, command, judge)
    case 'submit':
      return revealed(submit(scoring, command, judge), judge)
    case 'exclude':
      return revealed(exclude(scoring, command, judge), judge)
    case 'readmit':
      return readmit(scoring, command.memberId)
    case 'rescore':
      return rescore(scoring, command)
    case 'adjourn':
      return adjourn(scoring)
  }
}

function open<J extends Judgement>(
  scoring: ItemScoring<J>,
  { members, newId }: { members: readonly string[]; newId: () => string },
): ItemScoring<J> {
  if (scoring.item !== 'waiting' || scoring.evaluation !== 'sitting') throw new ScoringRefusal('state_conflict')
  return {
    ...scoring,
    item: 'scoring',
    scoringRound: 1,
    sheets: members.map((memberId) => emptySheet(newId(), memberId, 1)),
  }
}

function emptySheet(id: string, memberId: string, scoringRound: number): Sheet {
  return {
    id,
    memberId,
    scoringRound,
    state: 'draft',
    picks: {},
    opinion: '',
    stance: null,
    conflictGround: null,
    excludedReason: null,
    submittedAt: null,
  }
}

/**
 * The member's sheet of this round. Throws `sheet_sealed` once it is handed in or the round has ended, also for a sheet of an earlier
 * round.
 */
function openSheet(scoring: ItemScoring, memberId: string, sheetId?: string): Sheet {
  const sheet = currentSheets(scoring).find((each) => each.memberId === memberId)
  if (sheet === undefined) throw new ScoringRefusal('sheet_unknown')
  if (sheetId !== undefined && sheet.id !== sheetId) throw new ScoringRefusal('sheet_sealed')
  if (sheet.state === 'submitted' || scoring.item === 'revealed') throw new ScoringRefusal('sheet_sealed')
  if (scoring.item !== 'scoring' || sheet.state !== 'draft') throw new ScoringRefusal('sheet_not_open')
  return sheet
}

function withSheet<J extends Judgement>(scoring: ItemScoring<J>, sheet: Sheet): ItemScoring<J> {
  return { ...scoring, sheets: scoring.sheets.map((each) => (each.id === sheet.id ? sheet : each)) }
}

type Written = Pick<Sheet, 'picks' | 'opinion' | 'stance'> & { memberId: string; sheetId?: string }

function save<J extends Judgement>(scoring: ItemScoring<J>, given: Written, judge: Judge): ItemScoring<J> {
  const sheet = openSheet(scoring, given.memberId, given.sheetId)
  judge.complete(given.picks)
  return withSheet(scoring, { ...sheet, picks: given.picks, opinion: given.opinion, stance: given.stance })
}

function submit<J extends Judgement>(
  scoring: ItemScoring<J>,
  given: Written & { at: string },
  judge: Judge,
): ItemScoring<J> {
  const sheet = openSheet(scoring, given.memberId, given.sheetId)
  if (!judge.complete(given.picks)) throw new ScoringRefusal('score_incomplete')
  if (scoring.mode === 'written_opinion' && given.stance === null) throw new ScoringRefusal('stance_needed')
  const { picks, opinion, stance, at } = given
  return withSheet(scoring, { ...sheet, picks, opinion, stance, state: 'submitted', submittedAt: at })
}

/**
 * Leaves a member out: with a ground for a conflict of interest, without one for an absence. A conflict must always be told, so it is
 * never refused; an absence is, where it would leave no council.
 */
function exclude<J extends Judgement>(
  scoring: ItemScoring<J>,
  { memberId, ground, reason }: { memberId: string; ground: string | null; reason: string },
  judge: Judge,
): ItemScoring<J> {
  const sheet = openSheet(scoring, memberId)
  const { seats, submitted, waiting } = progressOf(scoring)
  if (ground === null && !judge.quorum(submitted + waiting - 1, seats)) throw new ScoringRefusal('quorum_lost')
  return withSheet(scoring, {
    ...emptySheet(sheet.id, sheet.memberId, sheet.scoringRound),
    state: ground === null ? 'absent' : 'conflict',
    conflictGround: ground,
    excludedReason: reason,
  })
}

/** Who came late scores after all; who has a conflict of interest does not come back. */
function readmit<J extends Judgement>(scoring: ItemScoring<J>, memberId: string): ItemScoring<J> {
  const sheet = currentSheets(scoring).find((each) => each.memberId === memberId)
  if (sheet === undefined) throw new ScoringRefusal('sheet_unknown')
  if (scoring.item !== 'scoring' || sheet.state !== 'absent') throw new ScoringRefusal('sheet_not_open')
  return withSheet(scoring, { ...sheet, state: 'draft', excludedReason: null })
}

/** Opens the sheets when the last one is in: never before, and never without a quorum. */
function revealed<J extends Judgement>(scoring: ItemScoring<J>, judge: Judge<J>): ItemScoring<J> {
  if (!isComplete(scoring, judge)) return scoring
  const judgement = judge.rate(currentSheets(scoring).filter(({ state }) => state !== 'absent'))
  const open: ItemScoring<J> = { ...scoring, item: 'revealed', judgement }
  return { ...open, evaluation: moved(scoring.evaluation, 'reveal') }
}

/**
 * Another round of empty sheets; the earlier ones stay on record. Who has a conflict of interest stays out, who was absent may
 * come.
 */
function rescore<J extends Judgement>(
  scoring: ItemScoring<J>,
  { note, newId }: { note: string; newId: () => string },
): ItemScoring<J> {
  if (scoring.item !== 'revealed' || scoring.judgement?.rescore !== true) throw new ScoringRefusal('rescore_not_asked')
  if (scoring.mode === 'written_opinion') throw new ScoringRefusal('written_disagreement')
  const next = scoring.scoringRound + 1
  const again = currentSheets(scoring).map((sheet) => {
    const id = newId()
    return sheet.state === 'conflict' ? { ...sheet, id, scoringRound: next } : emptySheet(id, sheet.memberId, next)
  })
  return {
    ...scoring,
    item: 'scoring',
    scoringRound: next,
    rescoreNotes: [...scoring.rescoreNotes, note],
    sheets: [...scoring.sheets, ...again],
    judgement: null,
    evaluation: moved(scoring.evaluation, 'rescore'),
  }
}

/** Off the agenda: before the sheets open, or after written opinions that ask for a meeting. */
function adjourn<J extends Judgement>(scoring: ItemScoring<J>): ItemScoring<J> {
  if (scoring.item === 'adjourned') throw new ScoringRefusal('state_conflict')
  if (scoring.item === 'revealed') {
    if (!disagrees(scoring)) throw new ScoringRefusal('state_conflict')
    return { ...scoring, item: 'adjourned', evaluation: moved(moved(scoring.evaluation, 'rescore'), 'adjourn') }
  }
  return { ...scoring, item: 'adjourned', evaluation: moved(scoring.evaluation, 'adjourn') }
}

/** Throws `rescore_needed` or `written_disagreement` for a mean that is no result yet. */
export function requireSettled(scoring: ItemScoring): void {
  if (scoring.item !== 'revealed' || scoring.judgement === null) throw new ScoringRefusal('state_conflict')
  if (disagrees(scoring)) throw new ScoringRefusal('written_disagreement')
  if (scoring.judgement.rescore) throw new ScoringRefusal('rescore_needed')
}

function moved(state: EvaluationState, step: Parameters<typeof stateAfter>[1]): EvaluationState {
  const next = stateAfter(state, step)
  if (next === null) throw new ScoringRefusal('state_conflict')
  return next
}
