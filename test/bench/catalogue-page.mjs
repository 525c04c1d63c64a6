import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { compareThroughput } from './measure.mjs'

/** The catalogue page against a bare server that sends the same bytes: what rendering costs beside sending. */
export async function benchCataloguePage({ storefront }) {
  const url = new URL('/san-pham', storefront).href
  const headers = { accept: 'text/html', 'accept-language': 'vi' }
  const response = await fetch(url, { headers: { ...headers, 'accept-encoding': 'identity' } })
  const bytes = Buffer.from(await response.arrayBuffer())
  const bare = fork(fileURLToPath(new URL('bare-server.mjs', import.meta.url)), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  try {
    bare.send({ body: bytes.toString('base64'), type: response.headers.get('content-type') })
    const port = await new Promise((resolve, reject) => bare.once('message', resolve).once('error', reject))
    const { ours, peer } = await compareThroughput({ url, headers }, { url: `http://127.0.0.1:${port}/`, headers })
    return {
      name: `catalogue page (${(bytes.length / 1000).toFixed(0)} kB) against a bare server of the same bytes`,
      unit: 'requests/s',
      ours,
      peer,
      ratio: ours / peer,
      bar: null,
    }
  } finally {
    bare.kill()
  }
}
