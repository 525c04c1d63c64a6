import type { IncomingMessage, ServerResponse } from 'node:http'
import { shopLogger } from '../logging/shop-logger'
import { acceptRequestId, withRequestId } from './request-context'
import { writeSecurityHeaders } from './security-headers'

const begun = new WeakSet<IncomingMessage>()

/**
 * The outermost layer of every request: request id in and out, security headers, one access log line (path without query,
 * no address, no cookie). Runs `next` inside the request's context. Done once a request, however often it is called.
 */
export function beginRequest(
  req: IncomingMessage & { requestId?: string },
  res: ServerResponse,
  https: boolean,
  next: () => void,
): void {
  if (begun.has(req)) {
    next()
    return
  }
  begun.add(req)
  const requestId = acceptRequestId(req.headers['x-request-id'])
  req.headers['x-request-id'] = requestId
  req.requestId = requestId
  const path = (req.url ?? '/').split('?', 1)[0] ?? '/'
  const started = performance.now()
  res.setHeader('x-request-id', requestId)
  writeSecurityHeaders(res, path, https)
  withRequestId(requestId, () => {
    res.once('finish', () => {
      shopLogger.event(path === '/health' || path === '/live' ? 'debug' : 'info', 'request', {
        requestId,
        method: req.method,
        path,
        status: res.statusCode,
        ms: Math.round((performance.now() - started) * 10) / 10,
      })
    })
    next()
  })
}
