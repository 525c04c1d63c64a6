import { Writable } from 'node:stream'
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { localeCookieFor } from './i18n/locale.server.ts'
import { log } from './lib/log.server.ts'
import { NonceContext } from './lib/nonce.ts'
import { CACHE_POLICIES } from './lib/page-headers.server.ts'

/** How long a page may take to render, deferred data included. */
export const streamTimeout = 6000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const languageCookie = localeCookieFor(request)
  if (languageCookie) {
    headers.append('Set-Cookie', languageCookie)
    headers.set('Cache-Control', CACHE_POLICIES.never['Cache-Control'])
  }
  headers.set('Content-Type', 'text/html; charset=utf-8')

  // Pages are sent whole: they hold no deferred parts, and one piece compresses to half of what many small ones do.
  return new Promise((resolve, reject) => {
    const { nonce, requestId } = loadContext
    const chunks: Buffer[] = []
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk)
        done()
      },
      final(done) {
        resolve(new Response(Buffer.concat(chunks), { headers, status }))
        done()
      },
    })
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady: () => {
          clearTimeout(timer)
          pipe(sink)
        },
        onShellError: reject,
        onError(error: unknown) {
          if (!request.signal.aborted) log('error', 'render', { requestId, error: describe(error) })
        },
      },
    )
    const timer = setTimeout(abort, streamTimeout + 1000)
  })
}

/** Called by Remix for every error that is not a thrown response. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted) return
  const { requestId } = context
  log('error', 'route', { requestId, path: new URL(request.url).pathname, error: describe(error) })
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
