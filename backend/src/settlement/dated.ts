import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../http/api-error'

const DAY_MS = 86_400_000

/** The calendar day before one, both yyyy-mm-dd. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10)
}

/** Throws ApiError 422 `settlement_day_past` for a day that is not after today (+07): what was sold keeps the terms of its day. */
export function requireFutureDay(day: string, now: Date, field: string): void {
  if (day <= vietnamDay(now)) throw new ApiError(422, 'settlement_day_past', { field })
}
