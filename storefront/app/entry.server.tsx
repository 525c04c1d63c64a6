import { PassThrough } from 'node:stream'
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { localeCookieFor } from './i18n/locale.server.ts'
import { log } from './lib/log.server.ts'
import { NonceContext } from './lib/nonce.ts'
import { CACHE_POLICIES } from './lib/page-headers.server.ts'

/** How long deferred data may take; the rest of the page has been sent by then. */
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

  return new Promise((resolve, reject) => {
    let answered = false
    const { nonce, requestId } = loadContext
    const respond = () => {
      answered = true
      const body = new PassThrough()
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
      pipe(body)
    }
    // Robots read one document; people get the shell first.
    const ready = isbot(request.headers.get('user-agent')) ? 'onAllReady' : 'onShellReady'
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
      </NonceContext.Provider>,
      {
        nonce,
        [ready]: respond,
        onShellError: reject,
        onError(error: unknown) {
          // A visitor who left is no fault; errors before the shell are logged by whoever catches the rejection.
          if (answered && !request.signal.aborted) log('error', 'render', { requestId, error: describe(error) })
        },
      },
    )
    const timer = setTimeout(abort, streamTimeout + 1000)
    timer.unref()
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
