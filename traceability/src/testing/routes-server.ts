import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { errorAnswer, HttpError, send } from '../http/respond.ts'
import { createRouter, type Route } from '../http/router.ts'

/** Serves some routes over HTTP on a free port, as the service does; for tests of routes alone. */
export async function serveRoutes(
  routes: readonly Route[],
  { trusts = () => false }: { trusts?: (incoming: IncomingMessage) => boolean } = {},
): Promise<{ url: string; close(): Promise<void> }> {
  const route = createRouter(routes)
  const server = createServer((incoming, response) => {
    const [path = '/', query = ''] = (incoming.url ?? '/').split('?')
    const match = route(incoming.method ?? 'GET', path)
    const answer = async () => {
      if (match.kind !== 'found') throw new HttpError(404, 'not_found', 'There is nothing at this address')
      const params = { params: match.params, query: new URLSearchParams(query) }
      return match.route.handle({ incoming, requestId: 'test', trusted: trusts(incoming), ...params })
    }
    answer()
      .catch((error: unknown) => errorAnswer(error, 'test'))
      .then((done) => send(incoming, response, done, false))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
