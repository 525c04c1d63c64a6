import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Modules } from '@medusajs/framework/utils'
import { searchCatalogue } from './catalogue'
import { NEVER_RANKED_BY, publishedRanking, RANKING_NAMES, RANKINGS, RELEVANCE_WEIGHTS } from './ranking-criteria'

interface Asked {
  pagination: { order?: Record<string, string> }
}

/** The order that the catalogue really asks the search engine for. */
async function orderAsked(sort: (typeof RANKING_NAMES)[number], q?: string) {
  const asked: Asked[] = []
  const answer = { hits: [], metadata: { count: 0 }, facets: {} }
  const engine = {
    search: async (query: Asked) => {
      asked.push(query)
      return answer
    },
    searchMany: async (queries: Asked[]) => {
      asked.push(...queries)
      return queries.map(() => answer)
    },
  }
  const container = { resolve: (name: string) => (name === Modules.SEARCH ? engine : undefined) }
  await searchCatalogue(container as never, { salesChannelIds: ['sc_1'], facets: false, sort, ...(q ? { q } : {}) })
  return asked[0]?.pagination.order
}

it.each(RANKING_NAMES)('orders by %s exactly as the page says', async (sort) => {
  const { order } = RANKINGS[sort]
  expect(await orderAsked(sort)).toEqual(order ?? RANKINGS.newest.order)
  expect(await orderAsked(sort, 'che')).toEqual(order ?? undefined)
})

it('publishes every field whose words are searched, with the weight the index is built with', () => {
  const source = readFileSync(path.join(__dirname, 'product-index.ts'), 'utf8').replace(/\s+/g, '')
  const searched = [...source.matchAll(/(words_\w+):search\.text\(\)\.searchable\((.*?)\)\.retrievable/g)]
  expect(searched.map(([, field, how]) => [field, how])).toEqual(
    RELEVANCE_WEIGHTS.map(({ field }) => [field, `{weight:relevanceWeight('${field}')}`]),
  )
  expect(source.match(/searchable\(/g)).toHaveLength(RELEVANCE_WEIGHTS.length)
})

it('orders by nothing that it promises never to order by', () => {
  const fields = new Set(RANKING_NAMES.flatMap((name) => Object.keys(RANKINGS[name].order ?? {})))
  expect([...fields].sort()).toEqual(['created_at', 'id', 'name_key', 'price'])
  for (const { field } of NEVER_RANKED_BY) expect([field, fields.has(field)]).toEqual([field, false])
})

it.each(['vi', 'en'] as const)('says all of it in %s', (locale) => {
  const { orders, weights, never } = publishedRanking(locale)
  expect(orders.map(({ name }) => name)).toEqual([...RANKING_NAMES])
  expect(weights).toHaveLength(RELEVANCE_WEIGHTS.length)
  for (const words of [...orders.map((each) => each.words), ...weights.map((each) => each.words), ...never]) {
    expect(words.length).toBeGreaterThan(5)
  }
})
