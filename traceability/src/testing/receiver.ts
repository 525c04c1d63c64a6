import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'

/** A certificate for `receiver.test` and its key, made for tests alone. */
export const RECEIVER_CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBnzCCAUegAwIBAgIUPfXfaSGtnoqlz2Di3BxCa3HKAIswCgYIKoZIzj0EAwIw
GDEWMBQGA1UEAwwNcmVjZWl2ZXIudGVzdDAgFw0yNjExMjIyMzU1NTFaGA8yMTI2
MTAyOTIzNTU1MVowGDEWMBQGA1UEAwwNcmVjZWl2ZXIudGVzdDBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABH2FzzCMn/XMhtL0nKBpN18RJ2eHni+ABbNwH0cSQgrU
VYr+3Uvy4WU7b2KVwVV9xzlewPLXFyqI0F7LohYaxWqjbTBrMB0GA1UdDgQWBBR+
D3P6xiYQJAaXywCuyb+neJJRfzAfBgNVHSMEGDAWgBR+D3P6xiYQJAaXywCuyb+n
eJJRfzAPBgNVHRMBAf8EBTADAQH/MBgGA1UdEQQRMA+CDXJlY2VpdmVyLnRlc3Qw
CgYIKoZIzj0EAwIDRgAwQwIgMU4R7DOuyMGP3IJm6XLNMF0t520VOaMDm8Z6fBeL
ywYCH0ecYGX9p/TAxdcXpuMBT4Q2jyOXY31GKuR/Z9fxfkU=
-----END CERTIFICATE-----
`
const RECEIVER_KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgs1G283qx+S9h9F9T
k6paxJ0UPd29LIHnoI6KcSi1bqqhRANCAAR9hc8wjJ/1zIbS9JygaTdfESdnh54v
gAWzcB9HEkIK1FWK/t1L8uFlO29ilcFVfcc5XsDy1xcqiNBey6IWGsVq
-----END PRIVATE KEY-----
`

export interface Received {
  headers: IncomingMessage['headers']
  body: Buffer
}

export interface Receiver {
  url: string
  port: number
  /** Requests in the order they came, answered or not. */
  received: Received[]
  close(): Promise<void>
}

/** What a receiver does with its nth request, from 0: answers with a status, or whatever it likes. */
export type Behaviour = (nth: number, response: ServerResponse) => number | undefined

/** A subscriber's web server on a free port of this machine; it answers 200 when `behave` is left out. */
export async function startReceiver({
  behave = () => 200,
  tls = false,
}: {
  behave?: Behaviour
  tls?: boolean
} = {}): Promise<Receiver> {
  const received: Received[] = []
  const handle = async (incoming: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    received.push({ headers: incoming.headers, body: Buffer.concat(chunks) })
    const status = behave(received.length - 1, response)
    if (status !== undefined) response.writeHead(status).end()
  }
  const listener = (incoming: IncomingMessage, response: ServerResponse) =>
    void handle(incoming, response).catch(() => undefined)
  const server = tls
    ? https.createServer({ key: RECEIVER_KEY, cert: RECEIVER_CERTIFICATE }, listener)
    : http.createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}/hook`,
    port,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
