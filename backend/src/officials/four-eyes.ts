import { ApiError } from '../http/api-error'

/**
 * Four eyes: who drafted something does not sign it, whichever posts they hold. In: ids of officials.
 * Throws ApiError 409 `four_eyes`.
 */
export function fourEyes(drafterId: string, signerId: string): void {
  if (drafterId === signerId) throw new ApiError(409, 'four_eyes')
}
