import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/knex'
import type { Context } from '@medusajs/framework/types'
import { InjectManager, InjectTransactionManager, MedusaContext, MedusaService } from '@medusajs/framework/utils'
import { enqueue, type OutboxDraft, type OutboxTopic } from '../../outbox/enqueue'
import { OutboxMessage } from './models/outbox-message'
import { PassportReceipt } from './models/passport-receipt'

/** A message that this process alone may deliver until its lease ends. */
export interface ClaimedMessage {
  id: string
  topic: OutboxTopic
  key: string
  payload: Record<string, unknown>
  request_id: string | null
  attempts: number
}

/** Attempts before a message is given up: about two days of one a minute. */
export const MAX_ATTEMPTS = 3000
/** Seconds a claim lasts. After a crash the message comes back when it ends. */
export const LEASE_SECONDS = 60

const DUE = `
  SELECT id FROM outbox_message
  WHERE topic = ? AND delivered_at IS NULL AND dead_at IS NULL AND deleted_at IS NULL AND next_attempt_at <= now()
  ORDER BY next_attempt_at, id LIMIT ?`

/** Two processes may read the same due ids; the condition lets only the first of them have a row. */
const CLAIM = `
  UPDATE outbox_message
  SET attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => ?), updated_at = now()
  WHERE id IN (SELECT jsonb_array_elements_text(?::jsonb))
    AND delivered_at IS NULL AND dead_at IS NULL AND next_attempt_at <= now()
  RETURNING id, topic, key, payload, request_id, attempts`

const DELIVERED = `
  UPDATE outbox_message SET delivered_at = now(), last_error = NULL, updated_at = now()
  WHERE id IN (SELECT jsonb_array_elements_text(?::jsonb)) AND delivered_at IS NULL`

/** 1 s, 2 s, 4 s … at most a minute, so that a service that comes back is up to date within one. */
const FAILED = `
  UPDATE outbox_message
  SET last_error = ?, updated_at = now(),
    next_attempt_at = now() + make_interval(secs => least(60, power(2, least(attempts, 7) - 1))),
    dead_at = CASE WHEN attempts >= ? THEN now() END
  WHERE id IN (SELECT jsonb_array_elements_text(?::jsonb)) AND delivered_at IS NULL`

const BACKLOG = `
  SELECT count(*) FILTER (WHERE dead_at IS NULL)::int AS waiting,
    count(*) FILTER (WHERE dead_at IS NOT NULL)::int AS dead,
    coalesce(extract(epoch FROM now() - min(created_at) FILTER (WHERE dead_at IS NULL)), 0)::float AS oldest_seconds
  FROM outbox_message WHERE delivered_at IS NULL AND deleted_at IS NULL`

const PURGE = `DELETE FROM outbox_message
  WHERE delivered_at IS NOT NULL AND deleted_at IS NULL AND delivered_at < now() - interval '7 days'`

const ANNOUNCE_AGAIN = `
  UPDATE outbox_message SET delivered_at = NULL, next_attempt_at = now(), attempts = 0, updated_at = now()
  WHERE topic = 'catalogue' AND delivered_at > now() - interval '2 minutes' AND deleted_at IS NULL`

const KEEP_RECEIPT = `
  INSERT INTO passport_receipt (product_id, version, raw_version, source_changed_at)
  VALUES (?, ?, ?::jsonb, ?)
  ON CONFLICT (product_id) DO UPDATE SET version = excluded.version, raw_version = excluded.raw_version,
    source_changed_at = excluded.source_changed_at, updated_at = now()
  WHERE passport_receipt.version < excluded.version`

/** Messages waiting for delivery, and what has arrived. */
export class OutboxModuleService extends MedusaService({ OutboxMessage, PassportReceipt }) {
  /** Queues messages of their own accord, not next to a change (subscribers of core events, the sweeper). Out: their ids. */
  @InjectTransactionManager()
  async enqueueMessages(messages: OutboxDraft[], @MedusaContext() context: Context = {}): Promise<string[]> {
    return await enqueue(context, messages)
  }

  /** Takes up to `limit` due messages of a topic for LEASE_SECONDS; a message is never given to two callers at once. */
  @InjectManager()
  async claimDue(
    topic: OutboxTopic,
    limit: number,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<ClaimedMessage[]> {
    const manager = context.manager
    const due = (await manager?.execute<{ id: string }[]>(DUE, [topic, limit])) ?? []
    if (due.length === 0) return []
    return (
      (await manager?.execute<ClaimedMessage[]>(CLAIM, [LEASE_SECONDS, JSON.stringify(due.map((row) => row.id))])) ?? []
    )
  }

  /** Ends messages as delivered; ending one twice changes nothing. */
  @InjectManager()
  async markDelivered(ids: string[], @MedusaContext() context: Context<SqlEntityManager> = {}): Promise<void> {
    await context.manager?.execute(DELIVERED, [JSON.stringify(ids)])
  }

  /** Puts messages back with a growing pause, or gives them up after `maxAttempts`. */
  @InjectManager()
  async markFailed(
    ids: string[],
    error: string,
    maxAttempts: number,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<void> {
    await context.manager?.execute(FAILED, [error.slice(0, 500), maxAttempts, JSON.stringify(ids)])
  }

  /** Replaces one message by others, in one transaction (a producer's by its products'). */
  @InjectTransactionManager()
  async expand(
    ids: string[],
    messages: OutboxDraft[],
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<void> {
    await enqueue(context, messages)
    await context.transactionManager?.execute(DELIVERED, [JSON.stringify(ids)])
  }

  /** How many messages wait, how many were given up, and the age of the oldest that waits, in seconds. */
  @InjectManager()
  async backlog(
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<{ waiting: number; dead: number; oldest_seconds: number }> {
    const rows =
      (await context.manager?.execute<{ waiting: number; dead: number; oldest_seconds: number }[]>(BACKLOG)) ?? []
    return rows[0] ?? { waiting: 0, dead: 0, oldest_seconds: 0 }
  }

  /**
   * Queues once more the search refreshes of the last two minutes. An event bus inside the process forgets what it was told
   * when the process dies, so a starting process calls this.
   */
  @InjectManager()
  async announceAgain(@MedusaContext() context: Context<SqlEntityManager> = {}): Promise<void> {
    await context.manager?.execute(ANNOUNCE_AGAIN)
  }

  /** Deletes messages delivered more than a week ago. */
  @InjectManager()
  async purge(@MedusaContext() context: Context<SqlEntityManager> = {}): Promise<void> {
    await context.manager?.execute(PURGE)
  }

  /** Notes what the traceability service has taken; an older version never replaces a newer one. */
  @InjectManager()
  async keepReceipt(
    receipt: { productId: string; version: number; sourceChangedAt: Date },
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<void> {
    await context.manager?.execute(KEEP_RECEIPT, [
      receipt.productId,
      receipt.version,
      JSON.stringify({ value: String(receipt.version), precision: 20 }),
      receipt.sourceChangedAt.toISOString(),
    ])
  }
}
