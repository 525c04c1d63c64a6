import { type Recognition, recognitionStateOn, turningDays } from '@sao-lang/traceability/verify'
import type { Badge, Stars } from './catalogue-types'

/** A run of days on which a product carries the same star. Days are numbers such as 20261122, the last one included. */
export interface StarSpan {
  stars: Stars
  from: number
  until: number
}

const FIRST_DAY = 0
const LAST_DAY = 99_991_231

/** A calendar day yyyy-mm-dd as a number that search engines can compare. */
export function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''))
}

/** What a card says of a product's star on a calendar day (yyyy-mm-dd at +07), from every recognition on record. */
export function badgeOn(recognitions: readonly Recognition[], day: string): Badge {
  const { status, stars, recognition, lapsedOn, transitional } = recognitionStateOn(recognitions, day)
  return {
    stars,
    status,
    decisionNumber: recognition?.decisionNumber ?? null,
    decisionDate: recognition?.decisionDate ?? null,
    authority: recognition?.authority ?? null,
    validFrom: recognition?.validFrom ?? null,
    validTo: (transitional ? recognition?.extendedTo : recognition?.validTo) ?? null,
    lapsedOn,
    transitional,
    sample: recognition?.sample ?? false,
  }
}

/**
 * The badge that holds on all of some days, as a fair's catalogue prints it: a star only when it is valid on every one of them, the lowest where
 * it changes. Where a day has none, the catalogue says why on that day. In: all recognitions on record, days yyyy-mm-dd, both included.
 */
export function badgeThrough(recognitions: readonly Recognition[], firstDay: string, lastDay: string): Badge {
  const days = [firstDay, ...turningDays(recognitions).filter((day) => day > firstDay && day <= lastDay)]
  const [first, ...later] = days.map((day) => badgeOn(recognitions, day))
  // Of equal ones the last: its validity reaches furthest.
  return later.reduce((lowest, badge) => ((badge.stars ?? 0) <= (lowest.stars ?? 0) ? badge : lowest), first as Badge)
}

/**
 * The runs of days with a star, from a calendar day on, in order; a run that covers that day has no beginning. Search
 * documents carry them, so that filters and facets are right at midnight +07 without a new document.
 */
export function starSpansFrom(recognitions: readonly Recognition[], day: string): StarSpan[] {
  const spans: StarSpan[] = []
  const starts = [day, ...turningDays(recognitions).filter((start) => start > day)]
  for (const [i, start] of starts.entries()) {
    const { stars } = recognitionStateOn(recognitions, start)
    if (stars === null) continue
    const next = starts[i + 1]
    const until = next === undefined ? LAST_DAY : dayNumber(dayBefore(next))
    const last = spans.at(-1)
    const lastEnd = i > 0 ? dayNumber(dayBefore(start)) : null
    if (last && last.stars === stars && last.until === lastEnd) last.until = until
    else spans.push({ stars, from: i === 0 ? FIRST_DAY : dayNumber(start), until })
  }
  return spans
}

/** A run as one text, so that a single facet counts the stars of any day: `4:0:20281231`. */
export function spanText({ stars, from, until }: StarSpan): string {
  return [stars, from, until].join(':')
}

/** The run behind a text of `spanText`. */
export function spanOf(text: string): StarSpan {
  const [stars, from, until] = text.split(':').map(Number)
  return { stars: stars as Stars, from: from ?? FIRST_DAY, until: until ?? FIRST_DAY }
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
