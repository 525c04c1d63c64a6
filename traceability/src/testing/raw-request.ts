import { request } from 'node:http'

export interface RawAnswer {
  status: number
  headers: Record<string, string>
  body: string
}

/** Sends a path as it is, dots, percent signs and all; `fetch` would mend it. Follows no redirect. */
export function rawRequest(
  origin: string,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (incoming) => {
      const parts: Buffer[] = []
      incoming.on('data', (part: Buffer) => parts.push(part))
      incoming.on('end', () => {
        const named = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as const)
        resolve({
          status: incoming.statusCode ?? 0,
          headers: Object.fromEntries(named),
          body: Buffer.concat(parts).toString('utf8'),
        })
      })
    })
    sent.on('error', reject)
    sent.end()
  })
}
