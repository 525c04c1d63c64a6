import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { ApiError } from '../http/api-error'
import { neverCache } from '../http/cache-headers'
import { currentRequestId } from '../http/request-context'
import { tenantOf } from '../http/tenant'
import { internalAddress } from '../journal/ask-trace'
import { traceService } from '../journal/pass-on'
import { shopLogger } from '../logging/shop-logger'

/** A file may take long; its first bytes may not. */
const FIRST_BYTES_MS = 30_000

const ASKED_WITH = ['range', 'if-range', 'if-none-match'] as const
const ANSWERED_WITH = [
  'content-type',
  'content-length',
  'content-range',
  'content-disposition',
  'accept-ranges',
  'cache-control',
  'etag',
  'x-label-from',
  'x-label-to',
]
const PASSED_ON = new Set([200, 206, 304, 400, 404, 409, 416])

/**
 * Hands a file of the tenant's on while the traceability service makes it: as fast as the reader takes it, and no further
 * once the reader is gone. Ranges and validators go both ways. In: the path below the party.
 * Throws ApiError 503 `journal_away` when the service is away; a file that breaks midway cuts the connection.
 */
export async function passFile(
  req: MedusaRequest,
  res: MedusaResponse,
  path: readonly string[],
  query: Readonly<Record<string, string | undefined>> = {},
): Promise<void> {
  const { partyRef } = tenantOf(req.scope)
  const service = traceService()
  const url = internalAddress(service, ['parties', partyRef, ...path])
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value)
  const gone = new AbortController()
  res.once('close', () => gone.abort())
  const slow = setTimeout(() => gone.abort(), FIRST_BYTES_MS)
  const answer = await fetch(url, {
    headers: {
      authorization: `Bearer ${service.token}`,
      'x-request-id': currentRequestId() ?? '',
      ...Object.fromEntries(
        ASKED_WITH.flatMap((name) => (req.headers[name] ? [[name, String(req.headers[name])]] : [])),
      ),
    },
    signal: gone.signal,
  })
    .catch((error: unknown) => {
      shopLogger.event('warn', 'The traceability service is out of reach', { path: url.pathname, error: String(error) })
      return null
    })
    .finally(() => clearTimeout(slow))
  if (res.destroyed) return
  if (answer === null || !PASSED_ON.has(answer.status)) {
    await answer?.body?.cancel()
    throw new ApiError(503, 'journal_away')
  }
  neverCache(res)
  res.status(answer.status)
  for (const name of ANSWERED_WITH) {
    const value = answer.headers.get(name)
    if (value !== null) res.setHeader(name, value)
  }
  if (answer.body === null) {
    res.end()
    return
  }
  // A file that breaks is cut off, so that nobody takes a half for a whole; there is nothing more to answer then.
  await pipeline(Readable.fromWeb(answer.body as ReadableStream), res).catch(() => undefined)
}
