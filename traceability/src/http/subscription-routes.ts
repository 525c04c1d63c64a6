import type { Pool } from 'pg'
import { z } from 'zod'
import { EPCIS_JSON_LIMITS, readJson } from '../events/epcis/read-json.ts'
import { pageTokens } from '../events/query/page-token.ts'
import { nextRun } from '../events/subscriptions/schedule.ts'
import { tokenSeal } from '../events/subscriptions/signature.ts'
import { SubscriptionError } from '../events/subscriptions/subscription-error.ts'
import { checkSubscribable, readSubscription } from '../events/subscriptions/subscription-input.ts'
import type { AccessReader } from '../storage/api-tokens.ts'
import { findNamedQuery } from '../storage/named-queries.ts'
import {
  type DeliveryAttempt,
  deleteSubscription,
  deliveryAttempts,
  findSubscription,
  insertSubscription,
  type Subscription,
  subscriptionsOf,
} from '../storage/subscriptions.ts'
import { uuidV7 } from '../storage/uuid-v7.ts'
import { epcFormatOf } from './epcis-headers.ts'
import { EpcisProblem } from './epcis-problem.ts'
import { answer, epcisResource, jsonBytesOf, mayQuery, pageOf } from './epcis-resource.ts'
import type { Log } from './log.ts'
import { checkDestination, type OutboundRules, resolveDestination } from './outbound.ts'
import type { Route } from './router.ts'

/** Subscriptions a party has at most, over all its queries. */
export const MOST_SUBSCRIPTIONS = 20

/** Events a delivered document has at most. */
const MOST_EVENTS = 100

/** Delivery attempts shown with a subscription. */
const SHOWN_ATTEMPTS = 20

export interface SubscriptionParts {
  pool: Pool
  writers: Pool
  accessOf: AccessReader
  /** Seals signature tokens and signs page tokens. */
  secret: string
  outbound: OutboundRules
  log: Log
}

/**
 * Webhook subscriptions of named queries (EPCIS 2.0, 12.7). Queries and subscriptions of another party are not there for the
 * caller. Removing a named query ends its subscriptions, as the standard asks for.
 */
export function subscriptionRoutes(parts: SubscriptionParts): Route[] {
  const tokens = pageTokens(parts.secret)
  const seal = tokenSeal(parts.secret)
  const noSuchQuery = (name: string | undefined) =>
    new EpcisProblem('NoSuchNameException', `There is no query "${name ?? ''}".`)
  const noSuchSubscription = () =>
    new EpcisProblem('NoSuchResourceException', 'There is no subscription of that ID to this query.')
  const numberOf = (text: string | undefined): string => {
    const checked = z.uuid().safeParse(text)
    if (!checked.success) throw noSuchSubscription()
    return checked.data
  }

  return [
    ...epcisResource(parts, '/epcis/queries/:name/subscriptions', {
      async GET(request, access) {
        mayQuery(access)
        const name = request.params.name ?? ''
        if (!(await findNamedQuery(parts.pool, access.partyNo, name))) throw noSuchQuery(name)
        const page = pageOf(tokens, request, access, z.uuid())
        const from = { after: page.from, limit: page.perPage + 1 }
        const found = await subscriptionsOf(parts.pool, access.partyNo, name, from)
        const shown = found.slice(0, page.perPage)
        const last = shown.at(-1)
        const more = found.length > shown.length && last ? page.next(last.subscriptionNo) : {}
        return answer(200, shown.map(shownSubscription), more)
      },
      async POST(request, access) {
        mayQuery(access)
        const name = request.params.name ?? ''
        const format = epcFormatOf(request.incoming)
        const query = await findNamedQuery(parts.pool, access.partyNo, name)
        if (!query) throw noSuchQuery(name)
        checkSubscribable(query.query)
        const read = readJson(await jsonBytesOf(request.incoming), EPCIS_JSON_LIMITS)
        if (!read.ok) throw new SubscriptionError(read.faults[0]?.message ?? 'The body is no JSON.')
        const now = new Date()
        const asked = readSubscription(read.value, now)
        await resolveDestination(checkDestination(asked.dest, parts.outbound), parts.outbound)
        const subscriptionNo = uuidV7()
        const made = await insertSubscription(
          parts.writers,
          access.partyNo,
          {
            subscriptionNo,
            queryName: name,
            tokenHash: access.tokenHash,
            dest: asked.dest,
            signatureToken: asked.signatureToken === null ? null : seal.seal(asked.signatureToken, subscriptionNo),
            epcFormat: format,
            reportIfEmpty: asked.reportIfEmpty,
            initialRecordTime: asked.initialRecordTime,
            schedule: asked.schedule,
            mostEvents: MOST_EVENTS,
            nextAt: asked.schedule === null ? now : (nextRun(asked.schedule, now) ?? now),
          },
          MOST_SUBSCRIPTIONS,
        )
        if (made === null) throw noSuchQuery(name)
        if (made === 'full') {
          throw new SubscriptionError(`A party has at most ${MOST_SUBSCRIPTIONS} subscriptions; remove one first.`)
        }
        return answer(201, shownSubscription(made), {
          location: `/epcis/queries/${encodeURIComponent(name)}/subscriptions/${subscriptionNo}`,
        })
      },
    }),
    ...epcisResource(parts, '/epcis/queries/:name/subscriptions/:id', {
      async GET({ params }, access) {
        mayQuery(access)
        const found = await findSubscription(parts.pool, access.partyNo, params.name ?? '', numberOf(params.id))
        if (!found) throw noSuchSubscription()
        const attempts = await deliveryAttempts(parts.pool, access.partyNo, found.subscriptionNo, SHOWN_ATTEMPTS)
        return answer(200, { ...shownSubscription(found), deliveryAttempts: attempts.map(shownAttempt) })
      },
      async DELETE({ params }, access) {
        mayQuery(access)
        const id = numberOf(params.id)
        if (!(await deleteSubscription(parts.writers, access.partyNo, params.name ?? '', id))) {
          throw noSuchSubscription()
        }
        return { status: 204, headers: {}, body: '' }
      },
    }),
  ]
}

/** The members of the standard, then our own: how deliveries go. Never the signatureToken. */
function shownSubscription(subscription: Subscription): Record<string, unknown> {
  const { schedule, lastNotifiedAt, suspendedAt, suspendedReason, failures, lastError, nextAt } = subscription
  return {
    subscriptionID: subscription.subscriptionNo,
    queryName: subscription.queryName,
    dest: subscription.dest,
    createdAt: subscription.createdAt.toISOString(),
    ...(lastNotifiedAt === null ? {} : { lastNotifiedAt: lastNotifiedAt.toISOString() }),
    initialRecordTime: subscription.initialRecordTime.toISOString(),
    epcFormat: subscription.epcFormat,
    reportIfEmpty: subscription.reportIfEmpty,
    ...(schedule === null ? { stream: true } : { schedule }),
    state: suspendedAt === null ? 'active' : 'suspended',
    ...(suspendedAt === null ? {} : { suspendedAt: suspendedAt.toISOString(), suspendedReason }),
    ...(failures === 0 ? {} : { failures, lastError }),
    ...(suspendedAt === null && (schedule !== null || failures > 0) ? { nextAttemptAt: nextAt.toISOString() } : {}),
  }
}

function shownAttempt({ startedAt, ...attempt }: DeliveryAttempt): Record<string, unknown> {
  return { startedAt: startedAt.toISOString(), ...attempt }
}
