import { ApiError } from '../../http/api-error'

/**
 * Says in our words that the number of a decision is taken. Rows that Medusa writes reach their unique index only at the end of
 * the transaction, so this goes around the whole of it.
 */
export async function numberFree<T>(
  work: Promise<T>,
  code: 'decision_number_used' | 'import_outdated' = 'decision_number_used',
): Promise<T> {
  try {
    return await work
  } catch (error) {
    // By its words and not its class: what comes from inside Medusa may be of another copy of it.
    const duplicate =
      typeof error === 'object' &&
      error !== null &&
      'message' in error &&
      /already exists|duplicate key/.test(String(error.message))
    throw duplicate ? new ApiError(409, code, { field: 'number' }) : error
  }
}
