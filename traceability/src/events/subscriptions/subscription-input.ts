import { z } from 'zod'
import type { QueryBody } from '../../storage/named-queries.ts'
import { momentOf } from '../epcis/timestamp.ts'
import { nextRun, SCHEDULE_FIELDS, type Schedule, type ScheduleField, scheduleValues } from './schedule.ts'
import { SubscriptionError } from './subscription-error.ts'

/** What a subscriber asks for (EPCIS 2.0, 12.7.1). */
export interface SubscriptionInput {
  dest: string
  signatureToken: string | null
  reportIfEmpty: boolean
  /** Null when it was left out, which means now. */
  initialRecordTime: Date | null
  /** Null for a stream. */
  schedule: Schedule | null
}

const field = z.string().max(200, 'has at most 200 characters').optional()
const bodySchema = z.strictObject({
  dest: z.string().min(1, 'is missing').max(2_000, 'has at most 2,000 characters'),
  // A shorter secret could be found by trying; an endless one would be a burden.
  signatureToken: z.string().min(16, 'has at least 16 characters').max(500, 'has at most 500 characters').optional(),
  reportIfEmpty: z.boolean().optional(),
  initialRecordTime: z.string().optional(),
  stream: z.literal(true, 'is true or left out').optional(),
  schedule: z
    .strictObject({
      second: field,
      minute: field,
      hour: field,
      dayOfMonth: field,
      month: field,
      dayOfWeek: field,
    } satisfies Record<ScheduleField, unknown>)
    .optional(),
})

/**
 * Reads the body of a new subscription. Throws SubscriptionError with the JSON pointer of the first member that is wrong,
 * when there is not exactly one of `stream` and `schedule`, or when the schedule would run more often than once a minute
 * or never.
 */
export function readSubscription(body: unknown, now: Date): SubscriptionInput {
  const checked = bodySchema.safeParse(body)
  if (!checked.success) {
    const issue = checked.error.issues[0]
    const path = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? [issue.keys[0] ?? ''] : [])]
    const said = issue?.code === 'unrecognized_keys' ? 'is no member of a subscription' : (issue?.message ?? 'is wrong')
    throw new SubscriptionError(`/${path.map(String).join('/')}: ${said}.`)
  }
  const { dest, signatureToken, reportIfEmpty, initialRecordTime, stream, schedule } = checked.data
  if ((stream === undefined) === (schedule === undefined)) {
    throw new SubscriptionError('A subscription has either "stream": true or a "schedule", and not both.')
  }
  const from = initialRecordTime === undefined ? null : momentOf(initialRecordTime)
  if (initialRecordTime !== undefined && from === null) {
    throw new SubscriptionError('/initialRecordTime: needs a date and time with its zone, ISO 8601.')
  }
  return {
    dest,
    signatureToken: signatureToken ?? null,
    reportIfEmpty: reportIfEmpty ?? false,
    initialRecordTime: from === null ? null : new Date(from),
    schedule: schedule === undefined ? null : readSchedule(schedule, now),
  }
}

function readSchedule(given: Partial<Record<ScheduleField, string | undefined>>, now: Date): Schedule {
  const schedule: Schedule = {}
  for (const name of Object.keys(SCHEDULE_FIELDS) as ScheduleField[]) {
    const text = given[name]
    if (text === undefined) continue
    if (scheduleValues(name, text) === null) {
      const [least, most] = SCHEDULE_FIELDS[name]
      throw new SubscriptionError(
        `/schedule/${name}: takes numbers from ${least} to ${most} and ranges such as [${least}-${least + 2}], with commas between.`,
      )
    }
    schedule[name] = text
  }
  if (Object.keys(schedule).length === 0) throw new SubscriptionError('/schedule: names no time.')
  if ((scheduleValues('second', schedule.second ?? '0') ?? []).length > 1) {
    throw new SubscriptionError(
      '/schedule/second: takes one value; a schedule runs at most once a minute. Use a stream.',
    )
  }
  if (nextRun(schedule, now) === null) throw new SubscriptionError('/schedule: there is no such day.')
  return schedule
}

/**
 * Refuses queries that mean something else when their events come one after the other. Throws SubscriptionError: every
 * event is delivered, in the order it was recorded, so a query may neither limit their number nor ask for another order.
 */
export function checkSubscribable(query: QueryBody): void {
  for (const name of ['eventCountLimit', 'maxEventCount']) {
    if (name in query) {
      throw new SubscriptionError(`A query with ${name} cannot be subscribed to: every event is delivered.`)
    }
  }
  const first = (value: QueryBody[string] | undefined) => (Array.isArray(value) ? value[0] : value)
  if ((first(query.orderBy) ?? 'recordTime') !== 'recordTime' || (first(query.orderDirection) ?? 'ASC') !== 'ASC') {
    throw new SubscriptionError(
      'Events are delivered by record time, ascending; a query with another order is refused.',
    )
  }
}
