import { ScoreError } from '@sao-lang/traceability/verify/rating'
import { ApiError } from '../http/api-error'
import type { ErrorCode } from '../http/messages'
import { type ScoringCode, ScoringRefusal } from './scoring'

const REFUSALS: Record<ScoringCode, { status: number; code: ErrorCode }> = {
  sheet_sealed: { status: 409, code: 'sheet_sealed' },
  sheet_not_open: { status: 409, code: 'sheet_not_open' },
  sheet_unknown: { status: 404, code: 'not_found' },
  score_incomplete: { status: 422, code: 'score_incomplete' },
  stance_needed: { status: 422, code: 'stance_needed' },
  quorum_lost: { status: 409, code: 'quorum_lost' },
  rescore_not_asked: { status: 409, code: 'rescore_not_asked' },
  rescore_needed: { status: 409, code: 'rescore_needed' },
  written_disagreement: { status: 409, code: 'written_disagreement' },
  state_conflict: { status: 409, code: 'evaluation_changed' },
}

/** Runs an act; what the rules refuse becomes the answer people read. */
export async function refusing<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw refusalOf(error)
  }
}

function refusalOf(error: unknown): unknown {
  if (error instanceof ScoringRefusal) {
    const { status, code } = REFUSALS[error.code]
    return new ApiError(status, code)
  }
  if (error instanceof ScoreError) {
    return new ApiError(422, 'score_outside_options', { field: 'picks', extra: { fault: error.code, ...error.params } })
  }
  if (isUniqueViolation(error)) return new ApiError(409, 'evaluation_changed')
  return error
}

/** PostgreSQL 23505, as the driver or Medusa's mapper words it. */
export function isUniqueViolation(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, message } = error as { code?: unknown; message?: unknown }
  return code === '23505' || (typeof message === 'string' && /already exists|duplicate key/i.test(message))
}
