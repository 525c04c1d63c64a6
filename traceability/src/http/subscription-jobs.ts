import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { DELIVERY_RULES, type DeliveryRules, deliverDue, type Send } from '../events/subscriptions/deliver.ts'
import { tokenSeal } from '../events/subscriptions/signature.ts'
import { placeInFeed, pruneFeed } from '../storage/event-feed.ts'
import { dueSubscriptions, pruneAttempts } from '../storage/subscriptions.ts'
import { isDatabaseUnavailable } from '../storage/unavailable.ts'
import type { Log } from './log.ts'
import { type OutboundRules, postOutbound } from './outbound.ts'

const LOOK_EVERY_MS = 500
const LONGEST_RETRY_MS = 30_000
const PLACED_AT_ONCE = 1_000
const PRUNE_EVERY_MS = 600_000
const ATTEMPTS_KEPT_MS = 30 * 86_400_000

/** Deliveries of one process at once, and of one party: receivers that are slow take up room, and no party all of it. */
const MOST_AT_ONCE = 200
const MOST_OF_A_PARTY = 10
const MOST_DUE = 1_000

export interface SubscriptionJobParts {
  /** Statements here are short; none is open while a receiver is waited for. */
  pool: Pool
  /** The secret that `subscriptionRoutes` seals signature tokens with. */
  secret: string
  outbound: OutboundRules
  log: Log
  /** For tests. */
  rules?: Partial<DeliveryRules>
  send?: Send
  now?: () => Date
  random?: () => number
  lookEveryMs?: number
}

/**
 * Webhook subscriptions at work: twice a second recordings get their places in the feed, and subscriptions that are due are
 * delivered, many at a time and each by itself. Any number of processes may run it. While the database is away it tries
 * again, ever more slowly. Out: a function that stops it, which resolves when nothing is under way; sends that it breaks off
 * are made again by whoever comes next.
 */
export function startSubscriptions(parts: SubscriptionJobParts): () => Promise<void> {
  const { pool, log } = parts
  const now = parts.now ?? (() => new Date())
  const everyMs = parts.lookEveryMs ?? LOOK_EVERY_MS
  const delivery = {
    pool,
    send: parts.send ?? ((dest, message, signal) => postOutbound(dest, message, signal, parts.outbound)),
    seal: tokenSeal(parts.secret),
    rules: { ...DELIVERY_RULES, ...parts.rules },
    now,
    random: parts.random ?? Math.random,
  }
  const stopping = new AbortController()
  const underWay = new Map<string, { partyNo: number; done: Promise<void> }>()
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> = Promise.resolve()
  let retryMs = everyMs
  let prunedAt = 0

  async function look(): Promise<void> {
    // Asked for before places are given: what was recorded by then is in the run of a schedule whose time has come by then.
    const at = now()
    while (!stopping.signal.aborted && (await placeInFeed(pool, PLACED_AT_ONCE)) === PLACED_AT_ONCE);
    for (const due of await dueSubscriptions(pool, at, MOST_DUE)) {
      if (stopping.signal.aborted || underWay.size >= MOST_AT_ONCE) break
      const ofParty = [...underWay.values()].filter(({ partyNo }) => partyNo === due.partyNo).length
      if (underWay.has(due.subscriptionNo) || ofParty >= MOST_OF_A_PARTY) continue
      const done = deliver(due).finally(() => underWay.delete(due.subscriptionNo))
      underWay.set(due.subscriptionNo, { partyNo: due.partyNo, done })
    }
    if (Date.now() - prunedAt >= PRUNE_EVERY_MS) {
      prunedAt = Date.now()
      await pruneFeed(pool)
      await pruneAttempts(pool, new Date(prunedAt - ATTEMPTS_KEPT_MS))
    }
  }

  async function deliver(due: { partyNo: number; subscriptionNo: string }): Promise<void> {
    try {
      // A holder of its own each time: a delivery that comes back late finds that the subscription is in other hands.
      await deliverDue(delivery, due, randomUUID(), stopping.signal)
    } catch (error) {
      if (!stopping.signal.aborted) complain('a subscription could not be delivered', error)
    }
  }

  async function run(): Promise<void> {
    try {
      await look()
      retryMs = everyMs
    } catch (error) {
      if (stopping.signal.aborted) return
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
      complain('subscriptions could not be looked at and will be again', error)
    }
    if (stopping.signal.aborted) return
    timer = setTimeout(start, retryMs)
    timer.unref()
  }

  function complain(msg: string, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error)
    log.write(isDatabaseUnavailable(error) ? 'warn' : 'error', msg, { reason })
  }

  function start(): void {
    running = run()
  }

  start()
  return async () => {
    stopping.abort()
    if (timer !== null) clearTimeout(timer)
    await running
    await Promise.all([...underWay.values()].map(({ done }) => done))
  }
}
