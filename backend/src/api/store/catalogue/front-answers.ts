import type { IncomingMessage, ServerResponse } from 'node:http'
import { type KeptAnswer, makeRoom } from './answer-cache'

const PATH = '/store/catalogue'
const LONGEST_ADDRESS = 1_000

/** Answers by publishable key and address, as they came in: only what this key was given for this address is in here. */
const answers = new Map<string, KeptAnswer>()

export const CATALOGUE_CACHE_CONTROL = 'public, max-age=0, s-maxage=1'

/** Keeps the answer to a request that Medusa has let through, for as long as it may be given again. */
export function keepInFront(req: IncomingMessage & { originalUrl?: string }, answer: KeptAnswer): void {
  const key = keyOf(req, req.originalUrl)
  if (key === null) return
  makeRoom(answers, Date.now())
  answers.delete(key)
  answers.set(key, answer)
}

/**
 * Answers a catalogue request that was answered within the last second, before Medusa looks at it: its check of the
 * publishable key alone costs several times the rest. A key that was revoked is refused a second later at most.
 * Out: false when there is no such answer; then nothing has been written.
 */
export function answerInFront(req: IncomingMessage, res: ServerResponse): boolean {
  if (!req.url?.startsWith(PATH)) return false
  const key = keyOf(req, req.url)
  const kept = key === null ? undefined : answers.get(key)
  if (!kept || kept.until <= Date.now()) return false
  res.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': CATALOGUE_CACHE_CONTROL })
  res.end(kept.body)
  return true
}

/** Null for everything that Medusa must see: other methods and paths, browsers of other origins, language headers. */
function keyOf({ method, headers }: IncomingMessage, url: string | undefined): string | null {
  const publishableKey = headers['x-publishable-api-key']
  if (method !== 'GET' || url === undefined || url.length > LONGEST_ADDRESS) return null
  if (url !== PATH && !url.startsWith(`${PATH}?`)) return null
  if (typeof publishableKey !== 'string' || headers.origin !== undefined) return null
  if (headers['x-medusa-locale'] !== undefined) return null
  return `${publishableKey} ${url}`
}
