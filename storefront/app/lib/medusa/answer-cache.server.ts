import type { RequestContext } from '#app/lib/request-context.server.ts'
import { queryString, shop } from './client.server.ts'

const FRESH_MS = 1000
const STALE_MS = 2000
const MOST_ENTRIES = 500

interface Entry {
  at: number
  answer: Promise<unknown>
  refreshing: boolean
}

const entries = new Map<string, Entry>()

/**
 * Asks the shop for something public, the same for every visitor, and keeps the answer in memory: one second as it is,
 * a second more while a newer one is fetched, so nothing is older than two seconds. Equal questions asked at once are
 * one call. The key is the whole address, which must therefore name everything the answer depends on (language too).
 * Failures are not kept. Throws what `shop` throws.
 */
export function publicAnswer<T>(
  context: RequestContext,
  path: string,
  search: Parameters<typeof queryString>[0] = {},
): Promise<T> {
  const key = `${path}?${queryString(search)}`
  const fetchAnswer = () => shop<T>(context, path, { search })
  const known = entries.get(key)
  const age = known ? Date.now() - known.at : Number.POSITIVE_INFINITY
  if (!known || age > STALE_MS) return remember(key, fetchAnswer()) as Promise<T>
  if (age > FRESH_MS && !known.refreshing) {
    known.refreshing = true
    fetchAnswer().then(
      (answer) => remember(key, Promise.resolve(answer)),
      () => entries.delete(key),
    )
  }
  return known.answer as Promise<T>
}

function remember(key: string, answer: Promise<unknown>): Promise<unknown> {
  entries.delete(key)
  if (entries.size >= MOST_ENTRIES) {
    const oldest = entries.keys().next().value
    if (oldest !== undefined) entries.delete(oldest)
  }
  const entry = { at: Date.now(), answer, refreshing: false }
  entries.set(key, entry)
  answer.catch(() => {
    if (entries.get(key) === entry) entries.delete(key)
  })
  return answer
}
