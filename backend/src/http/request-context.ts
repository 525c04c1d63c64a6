import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

interface RequestContext {
  requestId: string
}

const storage = new AsyncLocalStorage<RequestContext>()
const REQUEST_ID = /^[A-Za-z0-9-]{8,64}$/

/** The caller's id when it has the agreed form (8 to 64 of `[A-Za-z0-9-]`), else a new one. */
export function acceptRequestId(given: unknown): string {
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID()
}

/** Runs `work` so that everything it starts can ask for the request id. */
export function withRequestId<T>(requestId: string, work: () => T): T {
  return storage.run({ requestId }, work)
}

/** The id of the request being served; undefined outside of one. */
export function currentRequestId(): string | undefined {
  return storage.getStore()?.requestId
}
