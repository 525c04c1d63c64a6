import { data } from '@remix-run/node'
import { ShopError } from './medusa/client.server.ts'

/**
 * Turns the shop's refusal into the page's answer. In: a promise of the shop's data. Out: that data.
 * Throws a 404 response for `not_found`, a 503 for `unavailable`, and anything else unchanged.
 */
export async function pageData<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof ShopError && error.kind === 'not_found') throw data(null, { status: 404 })
    if (error instanceof ShopError && error.kind === 'unavailable') {
      throw data(null, { status: 503, headers: { 'Retry-After': '30' } })
    }
    throw error
  }
}
