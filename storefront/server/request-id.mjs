import { randomUUID } from 'node:crypto'

const REQUEST_ID = /^[A-Za-z0-9-]{8,64}$/

/**
 * The id that runs through storefront, backend and traceability: the caller's when well formed, else a new one.
 * @param {string | string[] | undefined} given value of the header x-request-id
 */
export function requestId(given) {
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID()
}
