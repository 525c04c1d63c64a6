import type { LoaderFunctionArgs } from '@remix-run/node'
import { env } from '#app/lib/env.server.ts'
import { log } from '#app/lib/log.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'

/** Folders of lower-case names below the file store, and a picture: of a product, or public evidence of a journal (JPEG). */
const PICTURE_PATH = /^(?:[a-z0-9][a-z0-9_-]{0,120}\/){0,5}[a-z0-9][a-z0-9._-]{0,200}\.(avif|webp|jpg)$/

/**
 * A stored picture, streamed from the shop's file store and kept by browsers and caches for a year: a changed picture
 * has a changed name. Only names the store makes are asked for, so nothing else of the backend can be reached.
 */
export async function loader(args: LoaderFunctionArgs) {
  const path = args.params['*'] ?? ''
  const format = PICTURE_PATH.exec(path)?.[1]
  if (!format || path.includes('..')) return notThere(404)
  const { requestId, signal } = requestContext(args)
  try {
    const answer = await fetch(`${env().BACKEND_URL}/files/${path}`, {
      headers: { 'x-request-id': requestId },
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    })
    if (!answer.ok || !answer.body) return notThere(answer.status === 404 ? 404 : 503)
    const length = answer.headers.get('content-length')
    return new Response(answer.body, {
      headers: {
        'Content-Type': format === 'jpg' ? 'image/jpeg' : `image/${format}`,
        'Cache-Control': 'public, max-age=31536000, immutable',
        ...(length ? { 'Content-Length': length } : {}),
      },
    })
  } catch (cause) {
    if (!signal.aborted) log('error', 'picture_unreachable', { requestId, path, cause: String(cause) })
    return notThere(503)
  }
}

/** A page must not wait for a picture of a shop that hangs. */
const PATIENCE_MS = 4_000

/** Browsers draw a picture whatever its status: a blank field instead of a broken sign, also where the shop is down. */
const BLANK =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path fill="#b9ae8c" fill-opacity=".3" d="M0 0h4v3H0z"/></svg>'

function notThere(status: 404 | 503): Response {
  return new Response(BLANK, { status, headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'no-store' } })
}
