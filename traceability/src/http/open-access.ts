import { HttpError } from './respond.ts'
import type { Answer, Request, Route } from './router.ts'

/** Anybody's page or tool may read the answer. */
const OPEN = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }

/**
 * A route that scripts of other origins may read. Errors too: a page could else not tell "unknown" from "no network".
 */
export function openToAll(handle: (request: Request) => Promise<Answer> | Answer): Route['handle'] {
  return async (request) => {
    try {
      const answer = await handle(request)
      return { ...answer, headers: { ...answer.headers, ...OPEN } }
    } catch (error) {
      if (error instanceof HttpError) Object.assign(error.headers, OPEN)
      throw error
    }
  }
}
