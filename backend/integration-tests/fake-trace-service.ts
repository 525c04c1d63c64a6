import { createServer, type Server } from 'node:http'
import type { Passport } from '@sao-lang/traceability/verify'

export interface ReceivedPassport {
  path: string
  token: string | undefined
  requestId: string | undefined
  body: { messageId: string; partyRef: string; passport: Passport }
}

/** Stands in for the traceability service: takes passports, knows no lots, or answers what the suite says. */
export class FakeTraceService {
  readonly received: ReceivedPassport[] = []
  /** Status of every answer. */
  status = 200
  private server: Server | undefined

  /** Listens where the shop looks for the service (`TRACE_URL`). */
  async start(): Promise<void> {
    const server = createServer((req, res) => {
      const chunks: Buffer[] = []
      req.on('data', (chunk: Buffer) => chunks.push(chunk))
      req.on('end', () => {
        if (req.method === 'PUT' && this.status === 200) {
          this.received.push({
            path: req.url ?? '',
            token: req.headers.authorization,
            requestId: String(req.headers['x-request-id']),
            body: JSON.parse(Buffer.concat(chunks).toString()) as ReceivedPassport['body'],
          })
        }
        res.writeHead(this.status, { 'content-type': 'application/json' })
        res.end(JSON.stringify({ stored: this.status === 200 }))
      })
    })
    this.server = server
    const port = Number(new URL(process.env.TRACE_URL ?? '').port)
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  }

  async stop(): Promise<void> {
    const { server } = this
    if (!server) return
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}
