import type { Pool } from 'pg'
import { eventsWaiting, feedHead } from '../../storage/event-feed.ts'
import {
  type ClaimedSubscription,
  claimSubscription,
  type DeliveryAttempt,
  keepFailure,
  keepProgress,
  type Progress,
  releaseSubscription,
  suspendSubscription,
} from '../../storage/subscriptions.ts'
import type { EpcisQuery } from '../query/conditions.ts'
import { parseQuery } from '../query/parameters.ts'
import { type EpcFormat, queryDocument } from '../query/query-document.ts'
import { QueryError } from '../query/query-error.ts'
import { nextEvents } from './next-events.ts'
import { nextRun } from './schedule.ts'
import { signatureOf, type TokenSeal } from './signature.ts'

/** Sends one document. Out: the status that was answered. Throws when there was no answer; its message is shown to the subscriber. */
export type Send = (
  dest: string,
  message: { headers: Record<string, string>; body: Buffer },
  signal: AbortSignal,
) => Promise<{ status: number }>

export interface DeliveryRules {
  leaseMs: number
  firstRetryMs: number
  longestRetryMs: number
  /** A subscription whose deliveries have failed for this long is suspended. */
  giveUpAfterMs: number
  /** As is one that fails while more events than this wait for it. */
  mostWaiting: number
}

const DAY_MS = 86_400_000
export const DELIVERY_RULES: DeliveryRules = {
  // Longer than any send with its look-ups, so that no other worker begins before it is over.
  leaseMs: 60_000,
  firstRetryMs: 5_000,
  longestRetryMs: 3_600_000,
  giveUpAfterMs: 3 * DAY_MS,
  mostWaiting: 1_000_000,
}

export interface DeliveryParts {
  pool: Pool
  send: Send
  seal: TokenSeal
  rules: DeliveryRules
  now: () => Date
  /** Evenly spread from 0 to below 1. */
  random: () => number
}

/**
 * Delivers what is due for one subscription, document after document in record order, until nothing is left, a delivery
 * fails, or `signal` ends it. Only one worker at a time has a subscription, by a lease; the place it has come to is kept
 * after each delivery, so a worker that dies in between sends that document again and never leaves one out. Out: how many
 * documents were delivered. Throws when the database cannot be reached; the lease then runs out by itself.
 */
export async function deliverDue(
  parts: DeliveryParts,
  due: { partyNo: number; subscriptionNo: string },
  holder: string,
  signal: AbortSignal,
): Promise<number> {
  const { pool, rules } = parts
  const claimed = await claimSubscription(pool, due, { holder, leaseMs: rules.leaseMs, now: parts.now() })
  if (!claimed) return 0
  const held = { ...due, holder }
  const ready = readiness(parts, claimed)
  if ('reason' in ready) {
    await suspendSubscription(pool, held, parts.now(), ready.reason)
    return 0
  }
  const { reads, query, signatureToken } = ready
  const head = await feedHead(pool)
  const upTo = claimed.schedule === null ? head.place : (claimed.runUntil ?? head.place)
  let state: ClaimedSubscription = { ...claimed, runUntil: claimed.schedule === null ? null : upTo }
  let delivered = 0
  for (;;) {
    if (signal.aborted) break
    const { events, more, ...reached } = await nextEvents(pool, state, { reads, query, upTo })
    const over = !more && claimed.schedule !== null
    const send = events.length > 0 || (over && claimed.reportIfEmpty && !state.runSent)
    const progress: Progress = {
      ...reached,
      runUntil: over ? null : state.runUntil,
      runSent: over ? false : state.runSent || send,
      mostEvents: state.mostEvents,
      nextAt: over ? (nextRun(claimed.schedule ?? {}, parts.now()) ?? farAway(parts.now())) : state.nextAt,
    }
    let attempt: DeliveryAttempt | null = null
    if (send) {
      const { queryName: name, subscriptionNo: subscriptionID, epcFormat: format } = claimed
      const document = queryDocument(events, {
        name,
        subscriptionID,
        format: format as EpcFormat,
        now: parts.now(),
      })
      const body = Buffer.from(JSON.stringify(document))
      attempt = await attemptOf(parts, claimed, { body, signatureToken, eventCount: events.length }, signal)
      if (signal.aborted && attempt.status === null) break
      if (attempt.error !== null) {
        await fail(parts, state, held, { attempt, reads })
        return delivered
      }
      delivered++
    }
    if (!(await keepProgress(pool, held, progress, { attempt, leaseMs: rules.leaseMs }))) return delivered
    if (!more) break
    state = { ...state, ...progress }
    if (attempt !== null) state = { ...state, failures: 0, failingSince: null }
  }
  await releaseSubscription(pool, held)
  return delivered
}

type Ready = { reads: number[]; query: EpcisQuery; signatureToken: string | null }

/** What a delivery needs, or the reason why there can be none any more. */
function readiness({ seal }: DeliveryParts, claimed: ClaimedSubscription): Ready | { reason: string } {
  if (claimed.reads === null) return { reason: 'The access it was made with has ended. Subscribe again.' }
  const signatureToken =
    claimed.signatureToken === null ? null : seal.open(claimed.signatureToken, claimed.subscriptionNo)
  if (claimed.signatureToken !== null && signatureToken === null) {
    return { reason: 'The signatureToken cannot be read any more. Subscribe again.' }
  }
  const values = Object.entries(claimed.query).map(
    ([name, value]) => [name, Array.isArray(value) ? value : [value]] as const,
  )
  try {
    return { reads: claimed.reads, query: parseQuery(new Map(values)), signatureToken }
  } catch (error) {
    if (error instanceof QueryError) return { reason: `The query cannot be carried out any more: ${error.message}` }
    throw error
  }
}

async function attemptOf(
  parts: DeliveryParts,
  { dest, epcFormat }: ClaimedSubscription,
  { body, signatureToken, eventCount }: { body: Buffer; signatureToken: string | null; eventCount: number },
  signal: AbortSignal,
): Promise<DeliveryAttempt> {
  const startedAt = parts.now()
  const started = performance.now()
  const done = (status: number | null, error: string | null): DeliveryAttempt => ({
    startedAt,
    milliseconds: Math.round(performance.now() - started),
    eventCount,
    status,
    error,
  })
  const headers = {
    'content-type': 'application/json',
    'gs1-epcis-version': '2.0.0',
    'gs1-cbv-version': '2.0.0',
    'gs1-epc-format': epcFormat,
    ...(signatureToken === null ? {} : { 'gs1-signature': signatureOf(body, signatureToken) }),
  }
  try {
    const { status } = await parts.send(dest, { headers, body }, signal)
    if (status >= 200 && status < 300) return done(status, null)
    const redirect = status >= 300 && status < 400 ? '; redirects are not followed' : ''
    return done(status, `The receiver answered ${status}${redirect}.`)
  } catch (error) {
    return done(null, error instanceof Error ? error.message : String(error))
  }
}

async function fail(
  parts: DeliveryParts,
  state: ClaimedSubscription,
  held: { partyNo: number; subscriptionNo: string; holder: string },
  { attempt, reads }: { attempt: DeliveryAttempt; reads: readonly number[] },
): Promise<void> {
  const { rules } = parts
  const now = parts.now()
  // 413 asks for smaller documents (EPCIS 2.0, 12.7.1).
  const smaller = attempt.status === 413 && attempt.eventCount > 1
  const mostEvents = smaller ? Math.ceil(attempt.eventCount / 2) : state.mostEvents
  const failingFor = now.getTime() - (state.failingSince ?? attempt.startedAt).getTime()
  const waiting = await eventsWaiting(parts.pool, reads, state.position.place)
  const suspend =
    attempt.status === 410
      ? 'The receiver answered 410: it is gone.'
      : failingFor >= rules.giveUpAfterMs
        ? `Deliveries failed for ${Math.round(failingFor / 3_600_000)} hours; the last error was: ${attempt.error}`
        : waiting > rules.mostWaiting
          ? `${waiting} events wait, and at most ${rules.mostWaiting} may; the last error was: ${attempt.error}`
          : null
  const nextAt = smaller ? now : new Date(now.getTime() + retryDelay(rules, state.failures, parts.random()))
  await keepFailure(parts.pool, held, attempt, { nextAt, mostEvents, suspend })
}

/**
 * How long to wait after a failure that `failures` others came before: twice as long each time up to the longest, less up
 * to a half by chance, so that those who failed together do not come back together.
 */
export function retryDelay(rules: DeliveryRules, failures: number, random: number): number {
  const full = Math.min(rules.firstRetryMs * 2 ** Math.min(failures, 40), rules.longestRetryMs)
  return Math.round(full * (1 - random / 2))
}

/** A day that never comes back has no next run; the subscription stays, and does nothing. */
function farAway(now: Date): Date {
  return new Date(now.getTime() + 100 * 366 * DAY_MS)
}
