import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/knex'
import type { Context } from '@medusajs/framework/types'
import { MedusaError } from '@medusajs/framework/utils'
import { v7 as uuidv7 } from 'uuid'
import { currentRequestId } from '../http/request-context'
import type { Sql } from '../money/in-transaction'

/**
 * What a message is about. `passport`: a product's passport at the traceability service is out of date. `catalogue`: a
 * product's search document is. `producer`: both are, for every product of the producer. The key is the product's or the
 * producer's id; the content is read when the message is delivered, so a late message is never an old one. `recall`: a recall or the end
 * of one, with its words in the payload; the key is the producer's id. `parcel`: lots and packages of a parcel left, or came
 * back; the key is the parcel's id.
 */
export type OutboxTopic = 'passport' | 'catalogue' | 'producer' | 'recall' | 'parcel'

export interface OutboxDraft {
  topic: OutboxTopic
  key: string
  payload?: Readonly<Record<string, unknown>>
  /** Seconds until the first attempt, for a message whose writer does the work at once itself; 0 by default. */
  delaySeconds?: number
}

const INSERT = `
  INSERT INTO outbox_message (id, topic, key, payload, request_id, attempts, next_attempt_at, created_at, updated_at)
  SELECT m.id, m.topic, m.key, m.payload, m.request_id, 0, now() + make_interval(secs => m.delay), now(), now()
  FROM jsonb_to_recordset(?::jsonb) AS m(id text, topic text, key text, payload jsonb, request_id text, delay float8)`

/**
 * Writes messages in the caller's own transaction: they exist exactly when the change does.
 * In: the shared context of a module method under `@InjectTransactionManager`, and the messages.
 * Out: their ids, in the order given. Throws when the context has no open transaction.
 */
export async function enqueue(context: Context, messages: readonly OutboxDraft[]): Promise<string[]> {
  if (messages.length === 0) return []
  const manager = context.transactionManager as SqlEntityManager | undefined
  if (!manager) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, 'A message must be written inside a transaction.')
  }
  const rows = rowsOf(messages, currentRequestId() ?? context.requestId ?? null)
  await manager.execute(INSERT, [JSON.stringify(rows)])
  return rows.map((row) => row.id)
}

/** As `enqueue`, in the transaction of `inTransaction`. */
export async function enqueueIn(sql: Sql, messages: readonly OutboxDraft[]): Promise<string[]> {
  if (messages.length === 0) return []
  const rows = rowsOf(messages, currentRequestId() ?? null)
  await sql.query(INSERT, [JSON.stringify(rows)])
  return rows.map((row) => row.id)
}

function rowsOf(messages: readonly OutboxDraft[], requestId: string | null) {
  return messages.map((message) => ({
    id: uuidv7(),
    topic: message.topic,
    key: message.key,
    payload: message.payload ?? {},
    delay: message.delaySeconds ?? 0,
    request_id: requestId,
  }))
}

/** The two messages that follow from any change of what is shown of a product. */
export function productChanged(productIds: readonly string[]): OutboxDraft[] {
  return [...new Set(productIds)].flatMap((key) => [
    { topic: 'passport' as const, key },
    { topic: 'catalogue' as const, key },
  ])
}
