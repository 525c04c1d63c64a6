import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/knex'
import type { Context } from '@medusajs/framework/types'
import { MedusaError } from '@medusajs/framework/utils'
import { v7 as uuidv7 } from 'uuid'
import { currentRequestId } from '../http/request-context'

/**
 * What a message is about. `passport`: a product's passport at the traceability service is out of date. `catalogue`: a
 * product's search document is. `producer`: both are, for every product of the producer. The key is the product's or the
 * producer's id; the content is read when the message is delivered, so a late message is never an old one.
 */
export type OutboxTopic = 'passport' | 'catalogue' | 'producer'

export interface OutboxDraft {
  topic: OutboxTopic
  key: string
}

const INSERT = `
  INSERT INTO outbox_message (id, topic, key, payload, request_id, attempts, next_attempt_at, created_at, updated_at)
  SELECT m.id, m.topic, m.key, '{}'::jsonb, m.request_id, 0, now(), now(), now()
  FROM jsonb_to_recordset(?::jsonb) AS m(id text, topic text, key text, request_id text)`

/**
 * Writes messages in the caller's own transaction: they exist exactly when the change does.
 * In: the shared context of a module method under `@InjectTransactionManager`, and the messages.
 * Throws when the context has no open transaction.
 */
export async function enqueue(context: Context, messages: readonly OutboxDraft[]): Promise<void> {
  if (messages.length === 0) return
  const manager = context.transactionManager as SqlEntityManager | undefined
  if (!manager) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, 'A message must be written inside a transaction.')
  }
  const rows = messages.map((message) => ({
    id: uuidv7(),
    topic: message.topic,
    key: message.key,
    request_id: currentRequestId() ?? context.requestId ?? null,
  }))
  await manager.execute(INSERT, [JSON.stringify(rows)])
}

/** The two messages that follow from any change of what is shown of a product. */
export function productChanged(productIds: readonly string[]): OutboxDraft[] {
  return [...new Set(productIds)].flatMap((key) => [
    { topic: 'passport' as const, key },
    { topic: 'catalogue' as const, key },
  ])
}
