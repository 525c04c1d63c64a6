import { reEvaluationDeadline, type Windows } from '@sao-lang/traceability/verify/rating'
import { type EvaluationState, isSettled } from './evaluation-state'

/**
 * Last day for a result, included: of its round, and for a re-evaluation no later than the law's days from a complete dossier
 * (QĐ 26/2026 art. 7). In: days as yyyy-mm-dd.
 */
export function dueDay(
  kind: 'first' | 'upgrade' | 'renewal',
  receivedOn: string,
  meetsBy: string,
  windows: Pick<Windows, 'reEvaluationDays'>,
): string {
  if (kind !== 'renewal') return meetsBy
  const last = reEvaluationDeadline(receivedOn, windows)
  return last < meetsBy ? last : meetsBy
}

/** True once the day is over without a result. */
export function isOverdue({ state, due_on }: { state: EvaluationState; due_on: string }, today: string): boolean {
  return !isSettled(state) && state !== 'forwarded_to_ministry' && due_on < today
}
