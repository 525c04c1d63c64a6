import { shopLogger } from '../logging/shop-logger'
import { ApiError } from './api-error'
import { currentRequestId } from './request-context'

/**
 * Somebody asked for a row that is another's, by its id: said to the log as a security event (ids alone, nothing of the row), and
 * answered as a row there is not. In: who asked, and for what. Out: the refusal to throw.
 */
export function foreignRow(who: { actor: string; id: string }, row: { type: string; id: string }): ApiError {
  shopLogger.event('warn', 'security: a row of somebody else was asked for', {
    requestId: currentRequestId(),
    actor: who.actor,
    actorId: who.id,
    subject: row.type,
    subjectId: row.id.slice(0, 100),
  })
  return new ApiError(404, 'not_found')
}
