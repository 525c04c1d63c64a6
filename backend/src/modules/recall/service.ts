import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/knex'
import type { Context } from '@medusajs/framework/types'
import { generateEntityId, InjectManager, MedusaContext, MedusaService } from '@medusajs/framework/utils'
import { RecallNotice } from './models/recall-notice'

/** A recall as the traceability service told it, with the orders it reached. */
export interface NotedRecall {
  recallNo: string
  producerId: string
  reason: string
  advice: string
  /** UTC, ISO 8601. */
  declaredAt: string
  orderIds: string[]
}

const NOTE = `
  INSERT INTO recall_notice (id, order_id, recall_no, producer_id, reason, advice, declared_at, created_at, updated_at)
  SELECT n.id, n.order_id, ?, ?, ?, ?, ?::timestamptz, now(), now()
  FROM jsonb_to_recordset(?::jsonb) AS n(id text, order_id text)
  ON CONFLICT (order_id, recall_no) WHERE deleted_at IS NULL DO NOTHING
  RETURNING id`

const LIFT = `
  UPDATE recall_notice SET lifted_at = now(), updated_at = now()
  WHERE recall_no = ? AND producer_id = ? AND lifted_at IS NULL AND deleted_at IS NULL
  RETURNING id`

/** What buyers are told of recalled goods. */
export class RecallModuleService extends MedusaService({ RecallNotice }) {
  /** Notes a recall on its orders; an order that has the note keeps it. Out: ids of the new notes. */
  @InjectManager()
  async note(recall: NotedRecall, @MedusaContext() context: Context<SqlEntityManager> = {}): Promise<string[]> {
    const rows = recall.orderIds.map((order_id) => ({ id: generateEntityId(undefined, 'rnote'), order_id }))
    if (rows.length === 0) return []
    const { recallNo, producerId, reason, advice, declaredAt } = recall
    const made = await context.manager?.execute<{ id: string }[]>(NOTE, [
      ...[recallNo, producerId, reason, advice, declaredAt],
      JSON.stringify(rows),
    ])
    return (made ?? []).map((row) => row.id)
  }

  /** Notes that a recall of this producer is over. Out: ids of the notes it was new for. */
  @InjectManager()
  async lift(
    recallNo: string,
    producerId: string,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<string[]> {
    const lifted = await context.manager?.execute<{ id: string }[]>(LIFT, [recallNo, producerId])
    return (lifted ?? []).map((row) => row.id)
  }
}
