import { ApiError } from '../http/api-error'
import type { LineDecisionBody } from './bodies'
import type { LineDecision } from './match-line'

/** What an operator decided, with all that it needs. Throws ApiError 400 naming what is missing. */
export function lineDecision({ action, groupNo, saleNo, reference, note }: LineDecisionBody): LineDecision {
  if (action === 'reopen') return { action }
  if (action === 'match') {
    if (groupNo === undefined) throw new ApiError(400, 'group_unknown', { field: 'groupNo' })
    return { action, groupNo }
  }
  if (action === 'sale') {
    if (saleNo === undefined) throw new ApiError(400, 'sale_unknown', { field: 'saleNo' })
    return { action, saleNo }
  }
  if (note === undefined) throw new ApiError(400, 'settle_note_required', { field: 'note' })
  if (action !== 'returned') return { action, note }
  if (reference === undefined) throw new ApiError(400, 'bank_reference_required', { field: 'reference' })
  return { action, reference, note }
}
