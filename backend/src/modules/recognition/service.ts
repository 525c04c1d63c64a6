import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/knex'
import type { Context, InferTypeOf } from '@medusajs/framework/types'
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from '@medusajs/framework/utils'
import { enqueue, productChanged } from '../../outbox/enqueue'
import { CouncilDecision } from './models/council-decision'
import { Recognition } from './models/recognition'
import { StarState } from './models/star-state'

export type CouncilDecisionDTO = InferTypeOf<typeof CouncilDecision>
export type RecognitionDTO = InferTypeOf<typeof Recognition>

export interface DecisionRow {
  number: string
  date: string
  authority: string
  level: 'district' | 'province' | 'central'
  legal_basis: string | null
  source: string | null
  sample: boolean
}
export interface RecognitionRow {
  product_id: string
  product_name: string
  stars: number
  points: number | null
  rubric_version: string
  valid_from: string
  valid_to: string
  sample: boolean
}
export interface ValidityChange {
  id: string
  valid_from?: string
  valid_to?: string
  revoked_on?: string | null
}
/** What the star of a day is computed from. */
export interface StarFact {
  id: string
  product_id: string
  stars: 3 | 4 | 5
  valid_from: string
  valid_to: string
  revoked_on: string | null
  decision_date: string
}

const STAR_FACTS = `
  SELECT r.id, r.product_id, r.stars, r.valid_from, r.valid_to, r.revoked_on, d.date AS decision_date
  FROM recognition r JOIN council_decision d ON d.id = r.decision_id
  WHERE r.deleted_at IS NULL AND d.deleted_at IS NULL`

const UPSERT_STAR_STATES = `
  INSERT INTO star_state (product_id, fingerprint)
  SELECT product_id, fingerprint FROM jsonb_to_recordset(?::jsonb) AS s(product_id text, fingerprint text)
  ON CONFLICT (product_id) DO UPDATE SET fingerprint = excluded.fingerprint, updated_at = now()`

/** Council decisions and the stars they give. */
export class RecognitionModuleService extends MedusaService({ CouncilDecision, Recognition, StarState }) {
  /** One decision with all its recognitions and the messages about them, in one transaction. */
  @InjectTransactionManager()
  async recordDecision(
    decision: DecisionRow,
    recognitions: RecognitionRow[],
    @MedusaContext() context: Context = {},
  ): Promise<{ decision: CouncilDecisionDTO; recognitionIds: string[] }> {
    const created = await this.createCouncilDecisions(decision, context)
    const rows = await this.createRecognitions(
      recognitions.map((row) => ({ ...row, decision_id: created.id })),
      context,
    )
    await enqueue(context, productChanged(recognitions.map((row) => row.product_id)))
    return { decision: created as unknown as CouncilDecisionDTO, recognitionIds: rows.map((row) => row.id) }
  }

  /** Takes a decision and its recognitions off the record (undo of recordDecision). */
  @InjectTransactionManager()
  async removeDecision(decisionId: string, @MedusaContext() context: Context = {}): Promise<void> {
    const rows = await this.listRecognitions({ decision_id: decisionId }, {}, context)
    await this.deleteRecognitions(
      rows.map((row) => row.id),
      context,
    )
    await this.deleteCouncilDecisions(decisionId, context)
    await enqueue(context, productChanged(rows.map((row) => row.product_id)))
  }

  /**
   * Changes from when to when a recognition counts. Out: the values before, for the undo.
   * Throws NOT_FOUND for an unknown id, INVALID_DATA when the days are out of order.
   */
  @InjectTransactionManager()
  async changeValidity(
    change: ValidityChange,
    @MedusaContext() context: Context = {},
  ): Promise<Required<ValidityChange>> {
    const before = await this.retrieveRecognition(change.id, {}, context)
    const from = change.valid_from ?? before.valid_from
    const to = change.valid_to ?? before.valid_to
    if (from > to) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `A recognition cannot end (${to}) before it begins (${from}).`,
      )
    }
    await this.updateRecognitions(change, context)
    await enqueue(context, productChanged([before.product_id]))
    return {
      id: before.id,
      valid_from: before.valid_from,
      valid_to: before.valid_to,
      revoked_on: before.revoked_on,
    }
  }

  /** Every recognition on record, with its decision's date. */
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
}
