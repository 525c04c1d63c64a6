import type { HeadersFunction } from '@remix-run/node'
import { pageHeaders } from './page-headers.server.ts'

/**
 * The `headers` export of pages about one package or one order: nobody keeps them, and their address, which opens them,
 * is not told to other sites. `same-origin` and not `no-referrer`, under which browsers post forms with `Origin: null`
 * and the language form would be refused as foreign.
 */
export const privateHeaders: HeadersFunction = (args) => {
  const headers = new Headers(pageHeaders('never')(args) as Headers)
  headers.set('Cache-Control', 'private, no-store')
  headers.set('Referrer-Policy', 'same-origin')
  return headers
}
