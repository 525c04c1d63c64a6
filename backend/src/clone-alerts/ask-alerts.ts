import { ApiError } from '../http/api-error'
import { askTrace, jsonOf } from '../journal/ask-trace'
import { traceService } from '../journal/pass-on'

/**
 * Asks the traceability service about alerts, for the operator. Out: its JSON. Throws ApiError: 404 `alert_unknown`, 409
 * `alert_closed`, 400 `invalid_request`, 503 `journal_away`.
 */
export async function askAlerts<T>(question: Parameters<typeof askTrace>[2]): Promise<T> {
  const answer = await askTrace(traceService(), '', question)
  if (answer.status === 200) return jsonOf(answer) as T
  if (answer.status === 404) throw new ApiError(404, 'alert_unknown')
  if (answer.status === 409) throw new ApiError(409, 'alert_closed')
  throw new ApiError(400, 'invalid_request')
}
