import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/knex'
import type { Context, InferTypeOf } from '@medusajs/framework/types'
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from '@medusajs/framework/utils'
import { type EvaluationAct, type EvaluationState, stateAfter } from '../../evaluations/evaluation-state'
import {
  act,
  type CouncilRole,
  type ItemScoring,
  type Judge,
  type Judgement,
  type ScoringCommand,
  ScoringRefusal,
  type Sheet,
  type SittingMode,
} from '../../evaluations/scoring'
import { Council } from './models/council'
import { CouncilMember } from './models/council-member'
import { Evaluation } from './models/evaluation'
import { EvaluationAdvice } from './models/evaluation-advice'
import { EvaluationRound } from './models/evaluation-round'
import { ScoreSheet } from './models/score-sheet'
import { Sitting } from './models/sitting'
import { SittingItem } from './models/sitting-item'

export type EvaluationRoundDTO = InferTypeOf<typeof EvaluationRound>
export type EvaluationDTO = InferTypeOf<typeof Evaluation>
export type EvaluationAdviceDTO = InferTypeOf<typeof EvaluationAdvice>
export type CouncilDTO = InferTypeOf<typeof Council>
export type CouncilMemberDTO = InferTypeOf<typeof CouncilMember>
export type SittingDTO = InferTypeOf<typeof Sitting>
export type SittingItemDTO = InferTypeOf<typeof SittingItem>
export type ScoreSheetDTO = InferTypeOf<typeof ScoreSheet>

type Table =
  | 'evaluation'
  | 'evaluation_advice'
  | 'council'
  | 'council_member'
  | 'sitting'
  | 'sitting_item'
  | 'score_sheet'

/** A row as it was before an act; null for a row that the act made. What an undo needs. */
export interface Before {
  table: Table
  id: string
  row: Record<string, unknown> | null
}

export interface NewSitting {
  council_id: string
  round_id: string
  level: 'province' | 'ministry'
  province_code: string | null
  day: string
  place: string
  mode: SittingMode
  called_by: string
  sample: boolean
}

export interface NewCouncil {
  level: 'province' | 'ministry'
  province_code: string | null
  number: string
  date: string
  founded_by: string
  created_by: string
  sample: boolean
  members: { official_id: string; name: string; role: CouncilRole; body: string }[]
}

/** What the advisory group writes; every save replaces it. */
export type AdviceContent = Pick<
  EvaluationAdviceDTO,
  | 'papers_sound'
  | 'papers_note'
  | 'visited_on'
  | 'visit_place'
  | 'visit_note'
  | 'test_papers'
  | 'test_note'
  | 'picks'
  | 'report'
  | 'author_id'
  | 'author_name'
>

/** How an evaluation ends, as `settlement` puts it together. */
export interface Settled {
  act: EvaluationAct
  points: number | null
  stars: number | null
  outcome: string
  /** What becomes of the province's evaluation when this is the ministry's. */
  below?: { act: EvaluationAct; outcome: string }
}

const ALL = { take: null }

/**
 * Rounds, councils, sittings and the sealed score sheets. Every act is one transaction that locks what it changes, asks for the version
 * its doer saw, and answers with the rows as they were before.
 * Throws ScoringRefusal: `state_conflict` when the act has no place (any more), which is also what the second of two officials gets.
 */
export class EvaluationModuleService extends MedusaService({
  EvaluationRound,
  Evaluation,
  EvaluationAdvice,
  Council,
  CouncilMember,
  Sitting,
  SittingItem,
  ScoreSheet,
}) {
  @InjectTransactionManager()
  async foundCouncil(
    { members, ...council }: NewCouncil,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<{ id: string; before: Before[] }> {
    const { id } = await this.createCouncils(council, context)
    const rows = await this.createCouncilMembers(
      members.map((member) => ({ ...member, council_id: id })),
      context,
    )
    return { id, before: [...rows.map((row) => made('council_member', row.id)), made('council', id)] }
  }

  /** The advisory group's findings; with `handIn` they are finished and the dossier is ready for a council. */
  @InjectTransactionManager()
  async advise(
    input: { evaluationId: string; version: number; content: AdviceContent; handIn: boolean },
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<Before[]> {
    const evaluation = await this.hold<EvaluationDTO>('evaluation', input.evaluationId, context)
    requireVersion(evaluation, input.version)
    let state = after(evaluation.state, 'advise')
    if (input.handIn) state = after(state, 'finish_advice')
    const advice = await this.writeAdvice(
      evaluation.id,
      { ...input.content, handed_in_at: input.handIn ? new Date() : null },
      context,
    )
    await this.updateEvaluations({ id: evaluation.id, state, version: evaluation.version + 1 }, context)
    return [advice, was('evaluation', evaluation)]
  }

  /** Adds a photo of the visit. Throws `state_conflict` when the advice is finished. */
  @InjectTransactionManager()
  async addVisitPhoto(
    input: { evaluationId: string; photo: Record<string, unknown>; author: { id: string; name: string } },
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<Before[]> {
    const evaluation = await this.hold<EvaluationDTO>('evaluation', input.evaluationId, context)
    const state = after(evaluation.state, 'advise')
    const [advice] = await this.listEvaluationAdvices({ evaluation_id: evaluation.id }, { take: 1 }, context)
    const photos = [...photosOf(advice), input.photo]
    const content = { visit_photos: { photos }, author_id: input.author.id, author_name: input.author.name }
    const before = await this.writeAdvice(evaluation.id, content, context)
    if (state === evaluation.state) return [before]
    await this.updateEvaluations({ id: evaluation.id, state }, context)
    return [before, was('evaluation', evaluation)]
  }

  /** A sitting with its agenda. */
  @InjectTransactionManager()
  async callSitting(
    row: NewSitting,
    agenda: readonly { evaluationId: string; version: number }[],
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<{ id: string; before: Before[] }> {
    const { id } = await this.createSittings(row, context)
    const before = [made('sitting', id)]
    const held = new Map<string, EvaluationDTO>()
    for (const each of [...agenda].sort((a, b) => (a.evaluationId < b.evaluationId ? -1 : 1))) {
      held.set(each.evaluationId, await this.hold<EvaluationDTO>('evaluation', each.evaluationId, context))
    }
    for (const [position, { evaluationId, version }] of agenda.entries()) {
      const evaluation = held.get(evaluationId)
      if (!evaluation) throw new ScoringRefusal('state_conflict')
      requireVersion(evaluation, version)
      const state = after(evaluation.state, 'call')
      await this.updateEvaluations({ id: evaluationId, state, sitting_id: id, version: version + 1 }, context)
      const item = await this.createSittingItems(
        { sitting_id: id, evaluation_id: evaluationId, position: position + 1, rescore_notes: [] },
        context,
      )
      before.push(was('evaluation', evaluation), made('sitting_item', item.id))
    }
    return { id, before }
  }

  /** Opens a sitting: every scoring member gets an empty sheet for every dossier on the agenda. */
  @InjectTransactionManager()
  async openSitting(
    input: { sittingId: string; version: number },
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<Before[]> {
    const sitting = await this.hold<SittingDTO>('sitting', input.sittingId, context)
    requireVersion(sitting, input.version)
    if (sitting.state !== 'prepared') throw new ScoringRefusal('state_conflict')
    const members = await this.scoringMembers(sitting.council_id, context)
    const items = await this.listSittingItems({ sitting_id: sitting.id, state: 'waiting' }, ALL, context)
    if (items.length === 0 || members.length === 0) throw new ScoringRefusal('state_conflict')
    await this.updateSittings(
      { id: sitting.id, state: 'open', opened_at: new Date(), version: sitting.version + 1 },
      context,
    )
    const before = [was('sitting', sitting)]
    const opening = { act: 'open' as const, members: members.map(({ id }) => id), newId: newSheetId }
    for (const { id } of items) before.push(...(await this.actOnItem(id, opening, NO_JUDGE, context)).before)
    return before
  }

  /** Ends a sitting on which nothing is open any more; one that was called off before it opened as well. */
  @InjectTransactionManager()
  async closeSitting(
    input: { sittingId: string; version: number },
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<Before[]> {
    const sitting = await this.hold<SittingDTO>('sitting', input.sittingId, context)
    requireVersion(sitting, input.version)
    const items = await this.listSittingItems({ sitting_id: sitting.id }, ALL, context)
    const evaluations = await this.listEvaluations({ id: items.map((item) => item.evaluation_id) }, ALL, context)
    const open = evaluations.filter(
      ({ state, sitting_id }) => sitting_id === sitting.id && (state === 'sitting' || state === 'scored'),
    )
    if (sitting.state === 'closed' || open.length > 0) throw new ScoringRefusal('state_conflict')
    await this.updateSittings(
      { id: sitting.id, state: 'closed', closed_at: new Date(), version: sitting.version + 1 },
      context,
    )
    return [was('sitting', sitting)]
  }

  /**
   * One act on one agenda item by the rules of `scoring.ts`: a sheet saved or handed in, a member left out, another round, an
   * adjournment. Out: the item as it is now, and the rows before.
   */
  @InjectTransactionManager()
  async score<J extends Judgement>(
    itemId: string,
    command: ScoringCommand,
    judge: Judge<J>,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<{ scoring: ItemScoring; before: Before[] }> {
    return this.actOnItem(itemId, command, judge, context)
  }

  /** Makes a result of what the council scored, or of what the ministry found. In: how it ends, told by the locked rows. */
  @InjectTransactionManager()
  async settle(
    input: { evaluationId: string; version: number; by: string },
    settlement: (scoring: ItemScoring | null, evaluation: EvaluationDTO) => Settled,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<{ settled: Settled; before: Before[] }> {
    const evaluation = await this.hold<EvaluationDTO>('evaluation', input.evaluationId, context)
    requireVersion(evaluation, input.version)
    const scoring = evaluation.state === 'scored' ? await this.scoringOf(evaluation, context) : null
    const settled = settlement(scoring, evaluation)
    const ended = {
      points: settled.points,
      stars: settled.stars,
      outcome: settled.outcome,
      settled_at: new Date(),
      settled_by: input.by,
    }
    await this.updateEvaluations(
      {
        id: evaluation.id,
        state: after(evaluation.state, settled.act),
        version: evaluation.version + 1,
        ...ended,
        ...(scoring === null ? {} : { rating: scoring.judgement as unknown as Record<string, unknown> }),
      },
      context,
    )
    const before = [was('evaluation', evaluation)]
    if (settled.below && evaluation.forwarded_from !== null) {
      const below = await this.hold<EvaluationDTO>('evaluation', evaluation.forwarded_from, context)
      await this.updateEvaluations(
        {
          id: below.id,
          state: after(below.state, settled.below.act),
          version: below.version + 1,
          outcome: settled.below.outcome,
        },
        context,
      )
      before.push(was('evaluation', below))
    }
    return { settled, before }
  }

  /** Ends an evaluation without a result, with a reason. */
  @InjectTransactionManager()
  async closeEvaluation(
    input: { evaluationId: string; version: number; reason: string; by: string },
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<Before[]> {
    const evaluation = await this.hold<EvaluationDTO>('evaluation', input.evaluationId, context)
    requireVersion(evaluation, input.version)
    await this.updateEvaluations(
      {
        id: evaluation.id,
        state: after(evaluation.state, 'close'),
        version: evaluation.version + 1,
        outcome: 'closed',
        close_reason: input.reason,
        settled_at: new Date(),
        settled_by: input.by,
      },
      context,
    )
    return [was('evaluation', evaluation)]
  }

  /** Notes which draft decision holds these results. Throws `state_conflict` for one that is no result, or is in a draft that was not dropped. */
  @InjectTransactionManager()
  async noteDraft(
    input: { evaluationIds: string[]; decisionId: string; dropped: string[] },
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<Before[]> {
    const before: Before[] = []
    for (const id of input.evaluationIds) {
      const evaluation = await this.hold<EvaluationDTO>('evaluation', id, context)
      const free = evaluation.drafted_in === null || input.dropped.includes(evaluation.drafted_in)
      if (evaluation.state !== 'result' || !free) throw new ScoringRefusal('state_conflict')
      await this.updateEvaluations({ id, drafted_in: input.decisionId, version: evaluation.version + 1 }, context)
      before.push(was('evaluation', evaluation))
    }
    return before
  }

  /** Everything on one agenda item, for the rules and the views. Throws `state_conflict` for an unknown item. */
  @InjectManager()
  async readScoring(itemId: string, @MedusaContext() context: Context<SqlEntityManager> = {}): Promise<ItemScoring> {
    const [item] = await this.listSittingItems({ id: itemId }, { take: 1 }, context)
    if (!item) throw new ScoringRefusal('state_conflict')
    const [[sitting], [evaluation], sheets] = await Promise.all([
      this.listSittings({ id: item.sitting_id }, { take: 1 }, context),
      this.listEvaluations({ id: item.evaluation_id }, { take: 1 }, context),
      this.listScoreSheets({ item_id: item.id }, SHEET_ORDER, context),
    ])
    if (!sitting || !evaluation) throw new ScoringRefusal('state_conflict')
    return toScoring(item, sitting, evaluation, sheets)
  }

  /** Puts rows back as they were, newest change first. */
  @InjectTransactionManager()
  async restore(before: readonly Before[], @MedusaContext() context: Context<SqlEntityManager> = {}): Promise<void> {
    for (const { table, id, row } of [...before].reverse()) {
      await context.transactionManager?.execute(`DELETE FROM "${table}" WHERE id = ?`, [id])
      if (row === null) continue
      await context.transactionManager?.execute(
        `INSERT INTO "${table}" SELECT * FROM jsonb_populate_record(NULL::"${table}", ?::jsonb)`,
        [JSON.stringify(row)],
      )
    }
  }

  /** Locks a row for the transaction. Throws `state_conflict` when it is gone. */
  private async hold<Row>(table: Table, id: string, context: Context<SqlEntityManager>): Promise<Row & { id: string }> {
    const [found] =
      (await context.transactionManager?.execute<{ row: Row & { id: string } }[]>(
        `SELECT to_jsonb(t) AS row FROM "${table}" t WHERE id = ? AND deleted_at IS NULL FOR UPDATE`,
        [id],
      )) ?? []
    if (!found) throw new ScoringRefusal('state_conflict')
    return found.row
  }

  private async actOnItem<J extends Judgement>(
    itemId: string,
    command: ScoringCommand,
    judge: Judge<J>,
    context: Context<SqlEntityManager>,
  ): Promise<{ scoring: ItemScoring; before: Before[] }> {
    const [found] = await this.listSittingItems({ id: itemId }, { take: 1 }, context)
    // Sitting, item, evaluation: always in this order, or two acts would wait for each other.
    const sitting = await this.hold<SittingDTO>('sitting', found?.sitting_id ?? '', context)
    const item = await this.hold<SittingItemDTO>('sitting_item', itemId, context)
    const evaluation = await this.hold<EvaluationDTO>('evaluation', item.evaluation_id, context)
    const rows = await this.listScoreSheets({ item_id: item.id }, SHEET_ORDER, context)
    if (sitting.state === 'closed') throw new ScoringRefusal('sheet_sealed')
    if (evaluation.sitting_id !== sitting.id) throw new ScoringRefusal('state_conflict')
    const was_ = toScoring(item, sitting, evaluation, rows) as ItemScoring<J>
    const scoring = act(was_, command, judge)
    const before = [was('sitting_item', item), was('evaluation', evaluation)]
    await this.updateSittingItems(
      {
        id: item.id,
        state: scoring.item,
        scoring_round: scoring.scoringRound,
        rescore_notes: [...scoring.rescoreNotes],
        rating: scoring.judgement as unknown as Record<string, unknown> | null,
        revealed_at: scoring.item === 'revealed' ? (item.revealed_at ?? new Date()) : null,
      },
      context,
    )
    if (scoring.evaluation !== evaluation.state) {
      await this.updateEvaluations(
        { id: evaluation.id, state: scoring.evaluation, version: evaluation.version + 1 },
        context,
      )
    }
    before.push(...(await this.writeSheets(item, sitting, rows, scoring.sheets, context)))
    return { scoring, before }
  }

  private async writeSheets(
    item: SittingItemDTO,
    sitting: SittingDTO,
    rows: readonly ScoreSheetDTO[],
    sheets: readonly Sheet[],
    context: Context<SqlEntityManager>,
  ): Promise<Before[]> {
    const known = new Map(rows.map((row) => [row.id, row]))
    const members = await this.scoringMembers(sitting.council_id, context)
    const officials = new Map(members.map((member) => [member.id, member.official_id]))
    const before: Before[] = []
    for (const sheet of sheets) {
      const content = toRow(sheet)
      const row = known.get(sheet.id)
      if (row === undefined) {
        const fresh = await this.createScoreSheets(
          {
            id: sheet.id,
            ...content,
            item_id: item.id,
            sitting_id: sitting.id,
            evaluation_id: item.evaluation_id,
            official_id: officials.get(sheet.memberId) ?? '',
          },
          context,
        )
        before.push(made('score_sheet', fresh.id))
      } else if (JSON.stringify(toSheet(row)) !== JSON.stringify(sheet)) {
        before.push(was('score_sheet', await this.hold<ScoreSheetDTO>('score_sheet', row.id, context)))
        await this.updateScoreSheets({ id: row.id, ...content }, context)
      }
    }
    return before
  }

  private async writeAdvice(
    evaluationId: string,
    content: Partial<AdviceContent> & { visit_photos?: Record<string, unknown>; handed_in_at?: Date | null },
    context: Context<SqlEntityManager>,
  ): Promise<Before> {
    const [advice] = await this.listEvaluationAdvices({ evaluation_id: evaluationId }, { take: 1 }, context)
    if (advice) {
      const held = await this.hold<EvaluationAdviceDTO>('evaluation_advice', advice.id, context)
      await this.updateEvaluationAdvices({ id: advice.id, ...content }, context)
      return was('evaluation_advice', held)
    }
    const fresh = await this.createEvaluationAdvices(
      { ...EMPTY_ADVICE, ...content, evaluation_id: evaluationId },
      context,
    )
    return made('evaluation_advice', fresh.id)
  }

  private async scoringMembers(councilId: string, context: Context<SqlEntityManager>): Promise<CouncilMemberDTO[]> {
    const members = await this.listCouncilMembers(
      { council_id: councilId, role: ['chair', 'member'] },
      { take: null, order: { role: 'ASC', name: 'ASC', id: 'ASC' } },
      context,
    )
    return members as unknown as CouncilMemberDTO[]
  }

  private async scoringOf(evaluation: EvaluationDTO, context: Context<SqlEntityManager>): Promise<ItemScoring> {
    const [item] = await this.listSittingItems(
      { evaluation_id: evaluation.id, sitting_id: evaluation.sitting_id ?? '' },
      { take: 1 },
      context,
    )
    return this.readScoring(item?.id ?? '', context)
  }
}

const SHEET_ORDER = { take: null, order: { scoring_round: 'ASC', created_at: 'ASC', id: 'ASC' } } as const
const EMPTY_ADVICE = {
  papers_sound: null,
  papers_note: '',
  visited_on: null,
  visit_place: '',
  visit_note: '',
  visit_photos: { photos: [] },
  test_papers: [],
  test_note: '',
  picks: {},
  report: '',
  author_id: '',
  author_name: '',
}
/** Opening needs no judgement. */
const NO_JUDGE: Judge = {
  complete: () => false,
  quorum: () => false,
  rate: () => ({ rescore: false }),
}

/** The name of a new sheet. */
export function newSheetId(): string {
  return generateEntityId(undefined, 'sheet')
}

/** Photos of the visit, in the order they were taken in. */
export function photosOf(advice: Pick<EvaluationAdviceDTO, 'visit_photos'> | undefined): Record<string, unknown>[] {
  const photos: unknown = advice?.visit_photos?.photos
  return Array.isArray(photos) ? photos : []
}

export function toSheet(row: ScoreSheetDTO): Sheet {
  return {
    id: row.id,
    memberId: row.member_id,
    scoringRound: row.scoring_round,
    state: row.state,
    picks: row.picks as Record<string, string | null>,
    opinion: row.opinion,
    stance: row.stance,
    conflictGround: row.conflict_ground,
    excludedReason: row.excluded_reason,
    submittedAt: row.submitted_at === null ? null : new Date(row.submitted_at).toISOString(),
  }
}

function toRow(sheet: Sheet) {
  return {
    member_id: sheet.memberId,
    scoring_round: sheet.scoringRound,
    state: sheet.state,
    picks: { ...sheet.picks } as Record<string, unknown>,
    opinion: sheet.opinion,
    stance: sheet.stance,
    conflict_ground: sheet.conflictGround,
    excluded_reason: sheet.excludedReason,
    submitted_at: sheet.submittedAt === null ? null : new Date(sheet.submittedAt),
  }
}

export function toScoring(
  item: SittingItemDTO,
  sitting: Pick<SittingDTO, 'mode'>,
  evaluation: Pick<EvaluationDTO, 'state'>,
  sheets: readonly ScoreSheetDTO[],
): ItemScoring {
  return {
    item: item.state,
    mode: sitting.mode,
    scoringRound: item.scoring_round,
    rescoreNotes: item.rescore_notes,
    sheets: sheets.map(toSheet),
    judgement: item.rating as unknown as Judgement | null,
    evaluation: evaluation.state,
  }
}

function requireVersion(row: { version: number }, seen: number): void {
  if (row.version !== seen) throw new ScoringRefusal('state_conflict')
}

function after(state: EvaluationState, step: EvaluationAct): EvaluationState {
  const next = stateAfter(state, step)
  if (next === null) throw new ScoringRefusal('state_conflict')
  return next
}

function made(table: Table, id: string): Before {
  return { table, id, row: null }
}

function was(table: Table, row: object & { id: string }): Before {
  return { table, id: row.id, row: row as unknown as Record<string, unknown> }
}
