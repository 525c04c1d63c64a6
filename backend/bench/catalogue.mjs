import autocannon from 'autocannon'

const PER_PAGE = 24
const CONNECTIONS = 8
const SECONDS = 4
const ROUNDS = 3

/**
 * The list API against Medusa's own `/store/products` with prices: as many products, same backend, in turn.
 * In: address of a running backend and its publishable key. Out: two rows for `npm run bench`. The first asks for one page
 * again and again, as a rush on the shop does; its answers are up to a second old. In the second no two requests are alike,
 * so that each is a search of its own.
 */
export async function benchCatalogue({ backendUrl, publishableKey }) {
  const headers = { 'x-publishable-api-key': publishableKey }
  const { regions } = await ask(new URL('/store/regions', backendUrl), headers)
  const peer = new URL('/store/products', backendUrl)
  peer.search = new URLSearchParams({
    limit: String(PER_PAGE),
    region_id: regions[0].id,
    fields: '*variants.calculated_price',
  })
  const page = new URL(`/store/catalogue?per_page=${PER_PAGE}`, backendUrl)
  const { items } = await ask(page, headers)
  const { products } = await ask(peer, headers)
  if (items.length !== products.length)
    throw new Error(`The lists differ: ${items.length} cards against ${products.length} products.`)

  const targets = {
    kept: { url: page.href, headers },
    fresh: { url: page.href, headers, requests: [neverAskTwice(page)] },
    peer: { url: peer.href, headers },
  }
  const results = { kept: [], fresh: [], peer: [] }
  for (const target of Object.values(targets)) await shoot(target, 1)
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, target] of Object.entries(targets)) results[name].push(await shoot(target, SECONDS))

  const row = (name, ours, bar) => ({
    name,
    unit: 'requests/s',
    ours: median(ours),
    peer: median(results.peer),
    ratio: median(ours) / median(results.peer),
    bar,
  })
  return [
    row(
      `list API, ${items.length} products, one page asked by all, against /store/products with prices`,
      results.kept,
      20,
    ),
    row('list API, every request a search of its own, against /store/products with prices', results.fresh, null),
  ]
}

/** A price limit above every price, another one each time: the same page, never the same address. */
function neverAskTwice(page) {
  let limit = 900_000_000_000
  return {
    method: 'GET',
    setupRequest: (request) => ({ ...request, path: `${page.pathname}${page.search}&price_max=${--limit}` }),
  }
}

async function ask(url, headers) {
  const response = await fetch(url, { headers })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
  return await response.json()
}

async function shoot(target, seconds) {
  const result = await autocannon({ ...target, connections: CONNECTIONS, duration: seconds, timeout: 120 })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(
      `${target.url}: ${result.non2xx} answers were not 2xx, ${result.errors} failed; the figure is void.`,
    )
  // What the clock cut off goes on in the server and must not slow the next target down.
  await Promise.all(Array.from({ length: CONNECTIONS }, () => ask(target.url, target.headers)))
  return result.requests.total / result.duration
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}
