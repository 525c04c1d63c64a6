import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/knex'
import type { Context, InferTypeOf } from '@medusajs/framework/types'
import { InjectTransactionManager, MedusaContext, MedusaService } from '@medusajs/framework/utils'
import { ApiError } from '../../http/api-error'
import type { ArtworkUse, LookNote, MarkViolation, MendAnswer, PlanLevel, TeamMember, Trigger } from './kinds'
import { FollowUp } from './models/follow-up'
import { InspectionLink } from './models/inspection-link'
import { InspectionPlan } from './models/inspection-plan'
import { InspectionPlanItem } from './models/inspection-plan-item'
import { MarkArtwork } from './models/mark-artwork'
import { PostInspection } from './models/post-inspection'
import { PostInspectionFile } from './models/post-inspection-file'
import { RevocationProposal } from './models/revocation-proposal'
import {
  CONCLUDED,
  FOLLOW_UP_MOVES,
  INSPECTION_MOVES,
  moved,
  OPEN_FOLLOW_UPS,
  OPEN_PROPOSALS,
  PROPOSAL_MOVES,
} from './states'

export type InspectionPlanDTO = InferTypeOf<typeof InspectionPlan>
export type InspectionPlanItemDTO = InferTypeOf<typeof InspectionPlanItem>
export type PostInspectionDTO = InferTypeOf<typeof PostInspection>
export type PostInspectionFileDTO = InferTypeOf<typeof PostInspectionFile>
export type InspectionLinkDTO = InferTypeOf<typeof InspectionLink>
export type FollowUpDTO = InferTypeOf<typeof FollowUp>
export type RevocationProposalDTO = InferTypeOf<typeof RevocationProposal>
export type MarkArtworkDTO = InferTypeOf<typeof MarkArtwork>

export interface PlanItemRow {
  recognition_id: string
  product_name: string
  producer_name: string
  stars: number
  month: number
}
export interface PlanRow {
  year: number
  level: PlanLevel
  province_code: string | null
  title: string
  drafted_by: string
  sample: boolean
}
/** What an inspection is of, as it was when it was opened. */
export interface InspectedGoods {
  recognition_id: string
  product_id: string | null
  producer_id: string | null
  product_name: string
  producer_name: string
  stars: number
  province_code: string
  commune_code: string | null
}
export interface OpeningRow extends InspectedGoods {
  trigger: Trigger
  trigger_note: string
  planned_for: string
  opened_by: string
  sample: boolean
}
export interface RecordingRow {
  id: string
  place: string
  day: string
  team: TeamMember[]
  looks: LookNote[]
  violations: MarkViolation[]
}
export interface ConclusionRow {
  id: string
  conclusion: string
  concluded_on: string
  concluded_by: string
  followUps: { what: string; due_on: string }[]
}
export interface PhotoRow {
  file: string
  post_inspection_id: string
  look: LookNote['look']
  official_id: string
  kind: 'photo' | 'document'
  title: string
  media_type: string
  sha256: string
  bytes: number
}
export interface ProposalRow {
  recognition_id: string
  product_name: string
  producer_id: string | null
  producer_name: string
  stars: number
  province_code: string
  commune_code: string | null
  post_inspection_id: string | null
  authority: string | null
  authority_paper: string | null
  ground: string
  reason: string
  evidence: string
  concluded_on: string
  due_on: string
  proposed_by: string
  sample: boolean
}
export interface ArtworkRow {
  recognition_id: string
  product_id: string
  producer_id: string
  used_on: ArtworkUse
  title: string
  printed_name: string
  printed_stars: number
  since: string
  file: string
  member_id: string
  sample: boolean
}

type Entity = 'plan' | 'planItem' | 'inspection' | 'photo' | 'link' | 'followUp' | 'proposal' | 'artwork'

/** What takes a change back: rows it made go, rows it changed become what they were. */
export type Undo = { entity: Entity; made: string[]; before: Record<string, unknown>[] }[]

/** A change with its undo, for the workflow's compensation. */
export interface Change {
  id: string
  undo: Undo
}

/** Hậu kiểm and the mark: plans, inspections, what must be mended, proposals of revocation, registered artwork. */
export class PostInspectionModuleService extends MedusaService({
  InspectionPlan,
  InspectionPlanItem,
  PostInspection,
  PostInspectionFile,
  InspectionLink,
  FollowUp,
  RevocationProposal,
  MarkArtwork,
}) {
  /** Begins a plan. Throws ApiError 409 `plan_exists` when the body has one for that year. */
  @InjectTransactionManager()
  async draftPlan(
    plan: PlanRow,
    items: PlanItemRow[],
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<Change> {
    const [other] = await this.listInspectionPlans(
      { year: plan.year, province_code: plan.province_code },
      { take: 1 },
      context,
    )
    if (other) throw new ApiError(409, 'plan_exists', { field: 'year' })
    const made = await this.createInspectionPlans(plan, context)
    const rows = await this.createInspectionPlanItems(
      items.map((item) => ({ ...item, plan_id: made.id })),
      context,
    )
    return {
      id: made.id,
      undo: [fresh('plan', [made.id]), fresh('planItem', ids(rows))],
    }
  }

  /** Replaces title and items of a plan. Throws ApiError 404, 409 `plan_approved` once it is approved. */
  @InjectTransactionManager()
  async changePlan(
    id: string,
    title: string,
    items: PlanItemRow[],
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<Change> {
    const plan = await this.draftOf(id, context)
    const before = await this.listInspectionPlanItems({ plan_id: id }, { take: null }, context)
    await this.updateInspectionPlans({ id, title }, context)
    await this.deleteInspectionPlanItems(ids(before), context)
    const rows = await this.createInspectionPlanItems(
      items.map((item) => ({ ...item, plan_id: id })),
      context,
    )
    return {
      id,
      undo: [changed('plan', [plan]), { entity: 'planItem', made: ids(rows), before: before.map(plainRow) }],
    }
  }

  /**
   * Approves a plan by a decision and opens its inspections. In: the goods of each item by recognition.
   * Throws ApiError 404, 409 `plan_approved`, 422 `plan_empty`.
   */
  @InjectTransactionManager()
  async approvePlan(
    approval: { id: string; decision_number: string; decision_date: string; approved_by: string },
    goods: InspectedGoods[],
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<Change> {
    const plan = await this.draftOf(approval.id, context)
    const items = await this.listInspectionPlanItems({ plan_id: plan.id }, { take: null }, context)
    if (items.length === 0) throw new ApiError(422, 'plan_empty', { field: 'items' })
    const known = new Map(goods.map((each) => [each.recognition_id, each]))
    await this.updateInspectionPlans({ ...approval, state: 'approved' }, context)
    const made = await this.createPostInspections(
      items.map((item) => {
        const subject = known.get(item.recognition_id)
        if (!subject) throw new ApiError(422, 'recognition_unknown', { field: 'items' })
        return {
          ...subject,
          plan_item_id: item.id,
          planned_for: `${plan.year}-${String(item.month).padStart(2, '0')}`,
          opened_by: approval.approved_by,
          sample: plan.sample,
          ...blank(),
        }
      }),
      context,
    )
    return { id: plan.id, undo: [changed('plan', [plan]), fresh('inspection', ids(made))] }
  }

  /** Opens an inspection for a reason, with the inspectors' records that gave it. */
  @InjectTransactionManager()
  async openInspection(
    row: OpeningRow,
    recordIds: string[],
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<Change> {
    const made = await this.createPostInspections({ ...row, ...blank() }, context)
    const links = await this.createInspectionLinks(
      recordIds.map((inspection_record_id) => ({
        post_inspection_id: made.id,
        inspection_record_id,
        linked_by: row.opened_by,
      })),
      context,
    )
    return { id: made.id, undo: [fresh('inspection', [made.id]), fresh('link', ids(links))] }
  }

  /** Writes down what was seen; may be said again until it is concluded. Throws ApiError 404, 409 `inspection_state`. */
  @InjectTransactionManager()
  async recordInspection(
    { id, team, looks, ...rest }: RecordingRow,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<Change> {
    const before = await this.movable(id, 'record', context)
    await this.updatePostInspections(
      { id, ...rest, team: asJson(team), looks: asJson(looks), state: INSPECTION_MOVES.record.to },
      context,
    )
    return { id, undo: [changed('inspection', [before])] }
  }

  /** Keeps a photo of an inspection under way. Throws ApiError 404, 409 `inspection_state`, 409 `photo_known`. */
  @InjectTransactionManager()
  async addPhoto(row: PhotoRow, @MedusaContext() context: Context<SqlEntityManager> = {}): Promise<Change> {
    await this.movable(row.post_inspection_id, 'record', context)
    const { post_inspection_id, look, sha256 } = row
    const [same] = await this.listPostInspectionFiles({ post_inspection_id, look, sha256 }, { take: 1 }, context)
    if (same) throw new ApiError(409, 'photo_known', { field: 'file' })
    await this.createPostInspectionFiles(row, context)
    return { id: row.post_inspection_id, undo: [fresh('photo', [row.file])] }
  }

  /** Ties a record of the inspectors' app to an inspection, once. Throws ApiError 404, 409 `inspection_state`. */
  @InjectTransactionManager()
  async linkRecord(
    link: { post_inspection_id: string; inspection_record_id: string; linked_by: string },
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<Change> {
    const inspection = await this.locked(link.post_inspection_id, context)
    if (inspection.state === 'closed' || inspection.state === 'cancelled') throw new ApiError(409, 'inspection_state')
    const { post_inspection_id, inspection_record_id } = link
    const [known] = await this.listInspectionLinks({ post_inspection_id, inspection_record_id }, { take: 1 }, context)
    if (known) return { id: inspection.id, undo: [] }
    const made = await this.createInspectionLinks(link, context)
    return { id: inspection.id, undo: [fresh('link', [made.id])] }
  }

  /** Concludes an inspection and says what must be mended. Throws ApiError 404, 409 `inspection_state`. */
  @InjectTransactionManager()
  async concludeInspection(
    { followUps, ...row }: ConclusionRow,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<Change> {
    const before = await this.movable(row.id, 'conclude', context)
    await this.updatePostInspections({ ...row, state: INSPECTION_MOVES.conclude.to }, context)
    const made = await this.createFollowUps(
      followUps.map((each) => ({
        ...each,
        post_inspection_id: row.id,
        producer_id: before.producer_id,
        answers: asJson([]),
      })),
      context,
    )
    return { id: row.id, undo: [changed('inspection', [before]), fresh('followUp', ids(made))] }
  }

  /** Ends an inspection. Throws ApiError 404, 409 `inspection_state`, 409 `follow_up_open`, 409 `proposal_open`. */
  @InjectTransactionManager()
  async endInspection(
    { id, move, note }: { id: string; move: 'close' | 'cancel'; note: string },
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<Change> {
    const before = await this.movable(id, move, context)
    const [open] = await this.listFollowUps(
      { post_inspection_id: id, state: [...OPEN_FOLLOW_UPS] },
      { take: 1 },
      context,
    )
    if (open) throw new ApiError(409, 'follow_up_open')
    const [proposal] = await this.listRevocationProposals(
      { post_inspection_id: id, state: [...OPEN_PROPOSALS] },
      { take: 1 },
      context,
    )
    if (proposal) throw new ApiError(409, 'proposal_open')
    await this.updatePostInspections({ id, end_note: note, state: INSPECTION_MOVES[move].to }, context)
    return { id, undo: [changed('inspection', [before])] }
  }

  /** The holder's answer to what must be mended. Throws ApiError 404, 409 `follow_up_state`. */
  @InjectTransactionManager()
  async answerFollowUp(
    { id, producerId, ...answer }: { id: string; producerId: string } & Omit<MendAnswer, 'review'>,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<Change> {
    const row = await this.lockedFollowUp(id, context)
    if (row.producer_id !== producerId) throw new ApiError(404, 'not_found')
    const state = moved(FOLLOW_UP_MOVES.answer, row.state)
    if (state === null) throw new ApiError(409, 'follow_up_state')
    const answers: MendAnswer[] = [...answersOf(row), { ...answer, review: null }]
    await this.updateFollowUps({ id, state, answers: asJson(answers) }, context)
    return { id, undo: [changed('followUp', [row])] }
  }

  /**
   * Takes or refuses the last answer; with the last one taken the inspection is followed up. A refusal may give more time.
   * Throws ApiError 404, 409 `follow_up_state`.
   */
  @InjectTransactionManager()
  async reviewFollowUp(
    given: {
      id: string
      verdict: 'accepted' | 'refused'
      note: string
      officialId: string
      at: string
      due_on?: string
    },
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<Change> {
    const { id, due_on, ...review } = given
    const [known] = await this.listFollowUps({ id }, { take: 1 }, context)
    if (!known) throw new ApiError(404, 'not_found')
    // The inspection first: of two last answers taken at once, the second sees that all is mended.
    const inspection = await this.locked(known.post_inspection_id, context)
    const row = await this.lockedFollowUp(id, context)
    const state = moved(FOLLOW_UP_MOVES[given.verdict === 'accepted' ? 'accept' : 'refuse'], row.state)
    const answers = answersOf(row)
    const last = answers.at(-1)
    if (state === null || !last) throw new ApiError(409, 'follow_up_state')
    await this.updateFollowUps(
      {
        id,
        state,
        ...(due_on === undefined ? {} : { due_on }),
        answers: asJson([...answers.slice(0, -1), { ...last, review }]),
      },
      context,
    )
    const undo: Undo = [changed('followUp', [row])]
    const [open] = await this.listFollowUps(
      { post_inspection_id: row.post_inspection_id, state: [...OPEN_FOLLOW_UPS] },
      { take: 1 },
      context,
    )
    const next = open ? null : moved(INSPECTION_MOVES.mended, inspection.state)
    if (next !== null) {
      await this.updatePostInspections({ id: inspection.id, state: next }, context)
      undo.push(changed('inspection', [inspection]))
    }
    return { id: row.post_inspection_id, undo }
  }

  /**
   * Proposes that a recognition be taken back. Throws ApiError 409 `not_concluded` when it rests on an inspection that is not
   * concluded, 409 `proposal_open` when there is one already.
   */
  @InjectTransactionManager()
  async proposeRevocation(row: ProposalRow, @MedusaContext() context: Context<SqlEntityManager> = {}): Promise<Change> {
    if (row.post_inspection_id !== null) {
      const inspection = await this.locked(row.post_inspection_id, context)
      if (!CONCLUDED.includes(inspection.state)) throw new ApiError(409, 'not_concluded')
    }
    const [open] = await this.listRevocationProposals(
      { recognition_id: row.recognition_id, state: [...OPEN_PROPOSALS] },
      { take: 1 },
      context,
    )
    if (open) throw new ApiError(409, 'proposal_open')
    const made = await this.createRevocationProposals(row, context)
    return { id: made.id, undo: [fresh('proposal', [made.id])] }
  }

  /** Moves a proposal on. Throws ApiError 404, 409 `proposal_state`. */
  @InjectTransactionManager()
  async moveProposal(
    given: {
      id: string
      move: keyof typeof PROPOSAL_MOVES
      drop_note?: string
      draft_id?: string | null
      decision_number?: string
      decided_on?: string
    },
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<Change> {
    const { id, move, ...columns } = given
    await context.transactionManager?.execute('SELECT 1 FROM revocation_proposal WHERE id = ? FOR UPDATE', [id])
    const [row] = await this.listRevocationProposals({ id }, { take: 1 }, context)
    if (!row) throw new ApiError(404, 'not_found')
    const state = moved(PROPOSAL_MOVES[move], row.state)
    if (state === null) throw new ApiError(409, 'proposal_state')
    await this.updateRevocationProposals({ id, ...columns, state }, context)
    return { id, undo: [changed('proposal', [row])] }
  }

  /** Puts artwork into the register. */
  @InjectTransactionManager()
  async registerArtwork(row: ArtworkRow, @MedusaContext() context: Context<SqlEntityManager> = {}): Promise<Change> {
    const made = await this.createMarkArtworks(row, context)
    return { id: made.id, undo: [fresh('artwork', [made.id])] }
  }

  /** Says on which day artwork was printed last. Throws ApiError 404, 409 `artwork_ended`, 422 `artwork_days`. */
  @InjectTransactionManager()
  async endArtwork(
    { id, producerId, until }: { id: string; producerId: string; until: string },
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<Change> {
    const [row] = await this.listMarkArtworks({ id, producer_id: producerId }, { take: 1 }, context)
    if (!row) throw new ApiError(404, 'not_found')
    if (row.until !== null) throw new ApiError(409, 'artwork_ended')
    if (until < row.since) throw new ApiError(422, 'artwork_days', { field: 'until' })
    await this.updateMarkArtworks({ id, until }, context)
    return { id, undo: [changed('artwork', [row])] }
  }

  /** Takes a change back, last part first. */
  @InjectTransactionManager()
  async takeBack(undo: Undo, @MedusaContext() context: Context<SqlEntityManager> = {}): Promise<void> {
    for (const { entity, made, before } of [...undo].reverse()) {
      if (made.length > 0) await this.removeRows(entity, made, context)
      if (before.length > 0) await this.putRows(entity, before, context)
    }
  }

  private async removeRows(entity: Entity, made: string[], context: Context): Promise<void> {
    switch (entity) {
      case 'plan':
        return this.deleteInspectionPlans(made, context)
      case 'planItem':
        return this.deleteInspectionPlanItems(made, context)
      case 'inspection':
        return this.deletePostInspections(made, context)
      case 'photo':
        return this.deletePostInspectionFiles(made, context)
      case 'link':
        return this.deleteInspectionLinks(made, context)
      case 'followUp':
        return this.deleteFollowUps(made, context)
      case 'proposal':
        return this.deleteRevocationProposals(made, context)
      case 'artwork':
        return this.deleteMarkArtworks(made, context)
    }
  }

  private async putRows(entity: Entity, rows: Record<string, unknown>[], context: Context): Promise<void> {
    switch (entity) {
      case 'plan':
        await this.updateInspectionPlans(rows, context)
        return
      case 'planItem':
        // The only rows that a change takes away: they come back as they were.
        await this.createInspectionPlanItems(rows, context)
        return
      case 'inspection':
        await this.updatePostInspections(rows, context)
        return
      case 'followUp':
        await this.updateFollowUps(rows, context)
        return
      case 'proposal':
        await this.updateRevocationProposals(rows, context)
        return
      case 'artwork':
        await this.updateMarkArtworks(rows, context)
        return
      default:
        throw new Error(`Rows of "${entity}" are made and never changed.`)
    }
  }

  private async draftOf(id: string, context: Context<SqlEntityManager>): Promise<InspectionPlanDTO> {
    await context.transactionManager?.execute('SELECT 1 FROM inspection_plan WHERE id = ? FOR UPDATE', [id])
    const [plan] = await this.listInspectionPlans({ id }, { take: 1 }, context)
    if (!plan) throw new ApiError(404, 'not_found')
    if (plan.state !== 'draft') throw new ApiError(409, 'plan_approved')
    return plan
  }

  /** The inspection, held until the transaction ends: of two officials at once the second sees what the first did. */
  private async locked(id: string, context: Context<SqlEntityManager>): Promise<PostInspectionDTO> {
    await context.transactionManager?.execute('SELECT 1 FROM post_inspection WHERE id = ? FOR UPDATE', [id])
    const [row] = await this.listPostInspections({ id }, { take: 1 }, context)
    if (!row) throw new ApiError(404, 'not_found')
    return row
  }

  private async lockedFollowUp(id: string, context: Context<SqlEntityManager>): Promise<FollowUpDTO> {
    await context.transactionManager?.execute('SELECT 1 FROM follow_up WHERE id = ? FOR UPDATE', [id])
    const [row] = await this.listFollowUps({ id }, { take: 1 }, context)
    if (!row) throw new ApiError(404, 'not_found')
    return row
  }

  private async movable(
    id: string,
    move: keyof typeof INSPECTION_MOVES,
    context: Context<SqlEntityManager>,
  ): Promise<PostInspectionDTO> {
    const row = await this.locked(id, context)
    if (moved(INSPECTION_MOVES[move], row.state) === null) throw new ApiError(409, 'inspection_state')
    return row
  }
}

/** The answers of a follow-up, oldest first. */
export function answersOf({ answers }: Pick<FollowUpDTO, 'answers'>): MendAnswer[] {
  return answers as unknown as MendAnswer[]
}

function blank() {
  return { team: asJson([]), looks: asJson([]), violations: [] }
}

/** Medusa's type of a JSON column leaves out lists, which the column takes. */
function asJson(value: unknown): Record<string, unknown> {
  return value as Record<string, unknown>
}

function ids(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id)
}

function fresh(entity: Entity, made: string[]): Undo[number] {
  return { entity, made, before: [] }
}

function changed(entity: Entity, rows: readonly object[]): Undo[number] {
  return { entity, made: [], before: rows.map(plainRow) }
}

/** A row without the times that the database keeps itself. */
function plainRow(row: object): Record<string, unknown> {
  const { created_at: _c, updated_at: _u, deleted_at: _d, ...columns } = row as Record<string, unknown>
  return columns
}
