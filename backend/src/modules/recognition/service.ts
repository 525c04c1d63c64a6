import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/knex'
import type { Context, InferTypeOf } from '@medusajs/framework/types'
import { InjectManager, InjectTransactionManager, MedusaContext, MedusaService } from '@medusajs/framework/utils'
import { ApiError } from '../../http/api-error'
import { enqueue, productChanged } from '../../outbox/enqueue'
import { CouncilDecision } from './models/council-decision'
import { Recognition } from './models/recognition'
import { RecognitionSuspension } from './models/recognition-suspension'
import { StarState } from './models/star-state'
import {
  type DecisionRow,
  type ExtensionRow,
  type RecognitionChange,
  type RecognitionRow,
  type RevocationRow,
  type SuspensionRow,
  searchText,
  toDecisionColumns,
  toRecognitionColumns,
} from './rows'
import { LINK_REPLACEMENTS, STAR_FACTS, UPSERT_STAR_STATES } from './sql'

export type { DecisionRow, RecognitionRow } from './rows'
export type CouncilDecisionDTO = InferTypeOf<typeof CouncilDecision>
export type RecognitionDTO = InferTypeOf<typeof Recognition>
export type RecognitionSuspensionDTO = InferTypeOf<typeof RecognitionSuspension>

/** What the star of a day is computed from. */
export interface StarFact {
  id: string
  product_id: string
  stars: 3 | 4 | 5
  valid_from: string
  valid_to: string
  revoked_on: string | null
  /** Last day of a transitional extension, included. */
  extended_to: string | null
  /** Days without a star, first and last included; `to` is null while it lasts. */
  suspensions: { from: string; to: string | null }[]
  decision_date: string
}

/** Columns that `changeRecognition` may set, in the order they are kept for the undo. */
const CHANGEABLE = [
  'product_name',
  'producer_name',
  'product_code',
  'valid_from',
  'valid_to',
  'points',
  'revoked_on',
  'revocation_ground',
  'revoked_by_decision_id',
  'extended_to',
  'extended_by_decision_id',
] as const satisfies readonly Exclude<keyof RecognitionChange, 'id'>[]

/** Council decisions and the stars they give. */
export class RecognitionModuleService extends MedusaService({
  CouncilDecision,
  Recognition,
  RecognitionSuspension,
  StarState,
}) {
  /** One decision with all its recognitions and the messages about them, in one transaction. */
  @InjectTransactionManager()
  async recordDecision(
    decision: DecisionRow,
    recognitions: RecognitionRow[],
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<{ decision: CouncilDecisionDTO; recognitionIds: string[] }> {
    const created = await this.createCouncilDecisions(toDecisionColumns(decision), context)
    const rows = await this.createRecognitions(
      recognitions.map((row) => toRecognitionColumns(row, created)),
      context,
    )
    await this.followProducts(rows, context)
    return { decision: created as unknown as CouncilDecisionDTO, recognitionIds: rows.map((row) => row.id) }
  }

  /** Takes a decision and its recognitions off the record (undo of recordDecision). */
  @InjectTransactionManager()
  async removeDecision(decisionId: string, @MedusaContext() context: Context<SqlEntityManager> = {}): Promise<void> {
    const rows = await this.listRecognitions({ decision_id: decisionId }, { take: null }, context)
    await this.deleteRecognitions(
      rows.map((row) => row.id),
      context,
    )
    await this.deleteCouncilDecisions(decisionId, context)
    await this.followProducts(rows, context)
  }

  /**
   * Sets columns of a recognition after its decision: days, a revocation, an extension, a corrected name.
   * Out: the values before, for the undo. Throws NOT_FOUND for an unknown id, ApiError 422 when the days are out of order.
   */
  @InjectTransactionManager()
  async changeRecognition(
    change: RecognitionChange,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<Required<RecognitionChange>> {
    const before = await this.retrieveRecognition(change.id, { relations: ['decision'] }, context)
    const after = { ...before, ...change }
    if (after.valid_from > after.valid_to) throw new ApiError(422, 'validity_backwards', { field: 'valid_to' })
    if (after.extended_to !== null && after.extended_to <= after.valid_to) {
      throw new ApiError(422, 'extension_too_short', { field: 'extended_to' })
    }
    const search_text = searchText({ ...after, decisionNumber: before.decision.number })
    await this.updateRecognitions({ ...change, search_text }, context)
    await this.followProducts([before], context)
    const kept = Object.fromEntries(CHANGEABLE.map((column) => [column, before[column]]))
    return { id: before.id, ...kept } as Required<RecognitionChange>
  }

  /** Takes a recognition back from a day on; the record stays. Out: the values before. Throws as `changeRecognition`. */
  async revoke(
    revocation: RevocationRow,
    context: Context<SqlEntityManager> = {},
  ): Promise<Required<RecognitionChange>> {
    return this.changeRecognition(revocation, context)
  }

  /** Lets a recognition count until a later day (QĐ 26/2026 art. 12). Out: the values before. Throws as `changeRecognition`. */
  async extend(extension: ExtensionRow, context: Context<SqlEntityManager> = {}): Promise<Required<RecognitionChange>> {
    return this.changeRecognition(extension, context)
  }

  /**
   * Suspends a recognition from a day on. Out: id of the suspension.
   * Throws NOT_FOUND, ApiError 422 when the days are out of order, 409 when it is suspended on one of them already.
   */
  @InjectTransactionManager()
  async suspend(row: SuspensionRow, @MedusaContext() context: Context<SqlEntityManager> = {}): Promise<string> {
    if (row.to !== null && row.from > row.to) throw new ApiError(422, 'validity_backwards', { field: 'to' })
    const recognition = await this.retrieveRecognition(row.recognition_id, { relations: ['suspensions'] }, context)
    const overlaps = recognition.suspensions.some(
      ({ from, to }) => (row.to === null || from <= row.to) && (to === null || row.from <= to),
    )
    if (overlaps) throw new ApiError(409, 'already_suspended', { field: 'from' })
    const made = await this.createRecognitionSuspensions(row, context)
    await this.followProducts([recognition], context)
    return made.id
  }

  /**
   * Says which day of a suspension is its last; null takes the end away again.
   * Out: the last day before, for the undo. Throws NOT_FOUND, ApiError 422 for a day before the first one.
   */
  @InjectTransactionManager()
  async liftSuspension(
    { id, to }: { id: string; to: string | null },
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<{ id: string; to: string | null }> {
    const before = await this.retrieveRecognitionSuspension(id, { relations: ['recognition'] }, context)
    if (to !== null && to < before.from) throw new ApiError(422, 'validity_backwards', { field: 'to' })
    await this.updateRecognitionSuspensions({ id, to }, context)
    await this.followProducts([before.recognition], context)
    return { id, to: before.to }
  }

  /** Takes a suspension off the record (undo of `suspend`). */
  @InjectTransactionManager()
  async removeSuspension(id: string, @MedusaContext() context: Context<SqlEntityManager> = {}): Promise<void> {
    const before = await this.retrieveRecognitionSuspension(id, { relations: ['recognition'] }, context)
    await this.deleteRecognitionSuspensions(id, context)
    await this.followProducts([before.recognition], context)
  }

  /** Every recognition on record of a product of ours, with its decision's date. */
  @InjectManager()
  async listStarFacts(@MedusaContext() context: Context<SqlEntityManager> = {}): Promise<StarFact[]> {
    return (await context.manager?.execute<StarFact[]>(STAR_FACTS)) ?? []
  }

  /**
   * Notes which star of each product has been announced, and queues the announcement, in one transaction.
   * In: only products whose star differs from what was announced before.
   */
  @InjectTransactionManager()
  async announceStars(
    states: { product_id: string; fingerprint: string }[],
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<void> {
    await context.transactionManager?.execute(UPSERT_STAR_STATES, [JSON.stringify(states)])
    await enqueue(context, productChanged(states.map((state) => state.product_id)))
  }

  /** What follows from any change of these recognitions, in the caller's transaction. */
  private async followProducts(
    rows: readonly { product_id: string | null }[],
    context: Context<SqlEntityManager>,
  ): Promise<void> {
    const productIds = rows.flatMap(({ product_id }) => (product_id === null ? [] : [product_id]))
    if (productIds.length === 0) return
    await context.transactionManager?.execute(LINK_REPLACEMENTS, [JSON.stringify(productIds)])
    await enqueue(context, productChanged(productIds))
  }
}
