import type { IncomingMessage, ServerResponse } from 'node:http'
import { container } from '@medusajs/framework'
import * as startCommand from '@medusajs/medusa/commands/start'
import { answerInFront } from './src/api/store/catalogue/front-answers'
import { environment } from './src/env'
import { isDraining, startDraining } from './src/health/draining'
import { healthReport, healthStatus } from './src/health/health-report'
import { beginRequest } from './src/http/begin-request'
import { shopLogger } from './src/logging/shop-logger'

/** Requests get this long to end after SIGTERM; Medusa itself would wait for ever. */
const DRAIN_MS = 25_000

/**
 * Medusa calls this before it starts its server. It puts our outermost layer around every request, also those that
 * Medusa answers before any middleware of ours, and prepares an orderly end.
 */
export function register(): void {
  const env = environment()
  const https = env.STOREFRONT_URL.startsWith('https:')
  const worker = env.MEDUSA_WORKER_MODE === 'worker'
  const hook = async (handle: () => Promise<void>, req: IncomingMessage, res: ServerResponse): Promise<void> => {
    if (isDraining()) res.setHeader('connection', 'close')
    beginRequest(req, res, https, () => {
      if (worker && answerForWorker(req, res)) return
      if (answerInFront(req, res)) return
      void handle().then(() => {
        if (!res.headersSent) res.removeHeader('x-powered-by')
      })
    })
  }
  Object.assign(startCommand, { traceRequestHandler: hook })

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      startDraining()
      setTimeout(() => {
        shopLogger.warn('Some requests did not end in time; stopping.')
        process.exit(0)
      }, DRAIN_MS).unref()
    })
  }
}

/** A worker loads no routes; its health is asked all the same. */
function answerForWorker(req: IncomingMessage, res: ServerResponse): boolean {
  const path = (req.url ?? '/').split('?', 1)[0]
  if (path === '/live') {
    answer(res, 200, { status: 'ok', service: 'backend' })
    return true
  }
  if (path === '/health') {
    void healthReport(container).then((report) => answer(res, healthStatus(report), report))
    return true
  }
  return false
}

function answer(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  res.end(JSON.stringify(body))
}
