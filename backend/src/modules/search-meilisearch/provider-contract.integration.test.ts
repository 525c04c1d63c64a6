import type { SearchTypes } from '@medusajs/framework/types'
import { MedusaError } from '@medusajs/framework/utils'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { MeilisearchServer } from './testing/meilisearch-server'
import { findMeilisearch, openMeilisearch } from './testing/meilisearch-server'
import type { SearchStand } from './testing/search-module'
import { openSearchModule } from './testing/search-module'

type Document = SearchTypes.SearchDocument

// Meilisearch applies each write in its own time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const FIELDS: Record<string, SearchTypes.SearchFieldDefinition> = {
  id: { type: 'keyword', filterable: true, sortable: true },
  title: { type: 'text', searchable: { weight: 4 } },
  note: { type: 'text', searchable: { weight: 1 } },
  sector: { type: 'keyword', filterable: true, sortable: true, facetable: true },
  tags: { type: 'keyword', array: true, filterable: true, facetable: true },
  price: { type: 'integer', filterable: true, sortable: true, facetable: { types: ['range', 'stats'] } },
  weight: { type: 'float', filterable: true },
  open: { type: 'boolean', filterable: true },
  listed_at: { type: 'date', filterable: true, sortable: true, facetable: true },
  producer: { type: 'object', fields: { handle: { type: 'keyword', filterable: true, facetable: true } } },
  variants: { type: 'object', array: true, fields: { sku: { type: 'keyword', filterable: true } } },
  secret: { type: 'keyword', filterable: true, retrievable: false },
  card: { type: 'object', fields: {} },
}

const DOCUMENTS: Document[] = [
  {
    id: 'p1',
    title: 'che shan tuyet',
    note: 'hai tay tren nui',
    sector: 'drink',
    tags: ['che', 'suoi-giang'],
    price: 150_000,
    weight: 0.25,
    open: true,
    listed_at: '2026-01-10T00:00:00.000Z',
    producer: { handle: 'htx-suoi-giang' },
    variants: [{ sku: 'A1' }, { sku: 'A2' }],
    secret: 's1',
    card: { picture: { width: 640 }, tags: [1, null] },
  },
  {
    id: 'p2',
    title: 'mat ong rung',
    note: 'che bien thu cong',
    sector: 'food',
    tags: ['mat-ong'],
    price: 200_000,
    weight: 1.5,
    open: false,
    listed_at: '2026-02-10T00:00:00.000Z',
    producer: { handle: 'htx-ong' },
    variants: [{ sku: 'B1' }],
    secret: 's2',
  },
  {
    id: 'p3',
    title: 'me do',
    note: 'hat me rang',
    sector: 'food',
    tags: [],
    price: 50_000,
    weight: -2,
    open: true,
    listed_at: '2026-03-10T00:00:00.000Z',
    producer: { handle: 'htx-ong' },
    secret: 's3',
  },
  { id: 'p4', title: 'chen su', note: 'lang nghe', sector: 'craft', price: null, open: null, listed_at: null },
  { id: 'p5', title: 'lua to tam', note: 'nghe det', sector: 'craft "co"', tags: ['a\\b', 'che'], price: 900_000 },
]

const stands: { meilisearch: MeilisearchServer | null; stand: SearchStand | null } = { meilisearch: null, stand: null }
const meilisearch = findMeilisearch()

/** What the source of the seeded index holds; a test may change it before it rebuilds the index. */
const source = new Map<string, Document[]>()

function definitionFor(provider: string, name: string): SearchTypes.SearchIndexDefinition {
  return {
    name,
    entity: 'product',
    provider,
    fields: FIELDS,
    settings: {},
    events: [`${name}.changed`, `${name}.removed`],
    seed: async function* seed() {
      yield [{ action: 'upsert', documents: source.get(name) ?? [] }]
    },
    consume: async (event) =>
      event.name === `${name}.removed`
        ? [{ action: 'delete', filters: event.data }]
        : [{ action: 'upsert', documents: event.data.documents }],
  }
}

const PROVIDERS = ['search-postgres', ...(meilisearch ? ['meilisearch'] : [])]

beforeAll(async () => {
  stands.meilisearch = meilisearch === null ? null : await openMeilisearch(meilisearch)
  stands.stand = await openSearchModule({
    database: `search_contract_${process.pid}`,
    indexes: PROVIDERS.map((provider) => definitionFor(provider, `seeded_${provider.replace('search-', '')}`)),
    meilisearch: stands.meilisearch,
  })
})

afterAll(async () => {
  await stands.stand?.close()
  await stands.meilisearch?.stop()
  console.log(
    meilisearch
      ? `NOTE Search contract: tried with PostgreSQL and with ${meilisearch}`
      : 'NOTE Search contract: Meilisearch was NOT tried; set MEILISEARCH_HOST or put `meilisearch` on the PATH',
  )
})

describe.each(PROVIDERS)('search provider contract: %s', (identifier) => {
  const isMeilisearch = identifier === 'meilisearch'
  const physical = `contract_${process.pid}_v1`
  let provider: SearchTypes.ISearchProvider
  let index: SearchTypes.ResolvedSearchIndexDefinition

  const settle = async (task: SearchTypes.SearchTask): Promise<SearchTypes.SearchTask> =>
    task.status === 'succeeded' || !provider.waitForTask ? task : await provider.waitForTask(task)
  const write = async (documents: Document[], into = physical): Promise<void> => {
    const task = await settle(await provider.upsertDocuments({ index: into, definition: index, documents }))
    expect(task.status).toBe('succeeded')
  }
  const search = (
    query: Omit<SearchTypes.ProviderSearchQuery, 'index' | 'attributes_to_retrieve'> & { retrieve?: string[] } = {},
  ): Promise<SearchTypes.SearchResult> => {
    const { retrieve = ['id'], ...rest } = query
    return provider.search({
      index,
      attributes_to_retrieve: retrieve,
      pagination: { order: rest.q ? undefined : { id: 'ASC' } },
      ...rest,
    })
  }
  const found = async (filters: SearchTypes.SearchFilters): Promise<string> =>
    (await search({ filters })).hits.map(({ id }) => id).join(' ')
  const matching = async (q: string, options: SearchTypes.SearchOptions = {}): Promise<string[]> =>
    (await search({ q, search_options: options })).hits.map(({ id }) => id)

  beforeAll(async () => {
    provider = (stands.stand as SearchStand).provider(identifier)
    index = {
      ...definitionFor(identifier, 'contract'),
      provider: identifier,
      primary_key: 'id',
      settings: {},
      definition_hash: 'one',
      physical_name: physical,
    }
    await settle(await provider.upsertIndex({ index }))
    await write(DOCUMENTS)
  })

  afterAll(async () => {
    await provider.deleteIndex({ index: physical })
  })

  describe('documents', () => {
    it('counts them in listIndexes, under the name of the provider', async () => {
      const info = (await provider.listIndexes()).find(({ name }) => name === physical)
      expect(info).toMatchObject({ provider: identifier, document_count: DOCUMENTS.length })
      expect(info?.created_at).toBeInstanceOf(Date)
    })

    it('returns exactly the asked fields, with dates and nulls as they were written', async () => {
      const { hits } = await search({
        filters: { id: ['p1', 'p4'] },
        retrieve: ['id', 'listed_at', 'price', 'producer.handle', 'variants.sku'],
      })
      expect(hits.map(({ document }) => document)).toEqual([
        {
          id: 'p1',
          listed_at: '2026-01-10T00:00:00.000Z',
          price: 150_000,
          producer: { handle: 'htx-suoi-giang' },
          variants: [{ sku: 'A1' }, { sku: 'A2' }],
        },
        { id: 'p4', listed_at: null, price: null },
      ])
    })

    it('returns an object without declared fields whole, and does not index it', async () => {
      const { hits } = await search({ filters: { id: 'p1' }, retrieve: ['card'] })
      expect(hits[0]?.document).toEqual({ card: { picture: { width: 640 }, tags: [1, null] } })
      await expect(found({ 'card.picture.width': 640 })).rejects.toThrow('card.picture.width')
    })

    it('replaces a document of the same id, and the last of two in one batch stays', async () => {
      await write([
        { ...(DOCUMENTS[4] as Document), price: 1 },
        { ...(DOCUMENTS[4] as Document), price: 900_000 },
      ])
      const { hits, metadata } = await search({ retrieve: ['price'], filters: { id: 'p5' } })
      expect(hits[0]?.document).toEqual({ price: 900_000 })
      expect(metadata.count).toBe(1)
    })

    it('refuses a document without its primary key', async () => {
      await expect(
        provider.upsertDocuments({ index: physical, definition: index, documents: [{ title: 'x' } as never] }),
      ).rejects.toThrow('primary key')
    })

    it('deletes by ids, by filter, and empties an index without dropping it', async () => {
      const other = { ...index, physical_name: `${physical}_deletions` }
      await settle(await provider.upsertIndex({ index: other }))
      await write(DOCUMENTS, other.physical_name)
      const left = async (): Promise<string> => {
        const result = await provider.search({
          index: other,
          attributes_to_retrieve: ['id'],
          pagination: { order: { id: 'ASC' } },
        })
        return result.hits.map(({ id }) => id).join(' ')
      }
      await settle(await provider.deleteDocuments({ index: other.physical_name, filters: { id: ['p1', 'p9'] } }))
      expect(await left()).toBe('p2 p3 p4 p5')
      await settle(
        await provider.deleteDocuments({ index: other.physical_name, filters: { sector: 'food', open: true } }),
      )
      expect(await left()).toBe('p2 p4 p5')
      await settle(await provider.clearIndex({ index: other.physical_name }))
      expect(await left()).toBe('')
      expect((await provider.listIndexes()).find(({ name }) => name === other.physical_name)?.document_count).toBe(0)
      await provider.deleteIndex({ index: other.physical_name })
      expect((await provider.listIndexes()).some(({ name }) => name === other.physical_name)).toBe(false)
    })
  })

  describe('a dropped index', () => {
    it('answers NOT_FOUND to reads, writes and deletions, and is not made again by them', async () => {
      const gone = { ...index, physical_name: `${physical}_gone` }
      const notFound = expect.objectContaining({ type: MedusaError.Types.NOT_FOUND })
      await expect(provider.search({ index: gone, attributes_to_retrieve: ['id'] })).rejects.toEqual(notFound)
      await expect(
        provider.upsertDocuments({ index: gone.physical_name, definition: gone, documents: DOCUMENTS }),
      ).rejects.toEqual(notFound)
      await expect(provider.deleteDocuments({ index: gone.physical_name, filters: { id: ['p1'] } })).rejects.toEqual(
        notFound,
      )
      expect((await provider.listIndexes()).some(({ name }) => name === gone.physical_name)).toBe(false)
    })

    it('may be deleted again', async () => {
      await expect(provider.deleteIndex({ index: `${physical}_gone` })).resolves.toMatchObject({ status: 'succeeded' })
    })
  })

  describe('filters', () => {
    it.each<[string, SearchTypes.SearchFilters, string]>([
      ['equality', { sector: 'food' }, 'p2 p3'],
      ['a list', { sector: ['food', 'drink'] }, 'p1 p2 p3'],
      ['an empty list', { sector: [] }, ''],
      ['null', { price: null }, 'p4'],
      ['membership in a list field', { tags: 'che' }, 'p1 p5'],
      ['a nested field', { 'producer.handle': 'htx-ong' }, 'p2 p3'],
      ['a field of objects in a list', { 'variants.sku': 'A2' }, 'p1'],
      ['$eq', { price: { $eq: 50_000 } }, 'p3'],
      ['$ne, also true where the field is missing', { sector: { $ne: 'food' } }, 'p1 p4 p5'],
      ['$ne null', { price: { $ne: null } }, 'p1 p2 p3 p5'],
      ['$in', { price: { $in: [50_000, 200_000] } }, 'p2 p3'],
      ['$in with null', { open: { $in: [true, null] } }, 'p1 p3 p4 p5'],
      ['$nin', { tags: { $nin: ['che'] } }, 'p2 p3 p4'],
      ['$nin of nothing', { sector: { $nin: [] } }, 'p1 p2 p3 p4 p5'],
      ['$gt and $lte', { price: { $gt: 50_000, $lte: 200_000 } }, 'p1 p2'],
      ['$gte and $lt', { price: { $gte: 50_000, $lt: 200_000 } }, 'p1 p3'],
      ['negative and fractional numbers', { weight: { $gte: -2, $lt: 0.25 } }, 'p3'],
      ['booleans', { open: false }, 'p2'],
      ['dates', { listed_at: { $gte: new Date('2026-02-10T00:00:00Z') } }, 'p2 p3'],
      ['a date that ends before', { listed_at: { $lt: new Date('2026-02-10T00:00:00Z') } }, 'p1'],
      ['$exists true', { listed_at: { $exists: true } }, 'p1 p2 p3'],
      ['$exists false', { price: { $exists: false } }, 'p4'],
      ['$contains one', { tags: { $contains: 'che' } }, 'p1 p5'],
      ['$contains all', { tags: { $contains: ['che', 'suoi-giang'] } }, 'p1'],
      ['$overlaps', { tags: { $overlaps: ['mat-ong', 'suoi-giang'] } }, 'p1 p2'],
      ['$overlaps of nothing', { tags: { $overlaps: [] } }, ''],
      ['$prefix', { sector: { $prefix: 'cra' } }, 'p4 p5'],
      ['$and', { $and: [{ sector: 'food' }, { open: true }] }, 'p3'],
      ['$or', { $or: [{ sector: 'drink' }, { price: { $gt: 500_000 } }] }, 'p1 p5'],
      ['$not', { $not: { sector: ['food', 'drink'] } }, 'p4 p5'],
      ['$not of several', { $not: { sector: 'food', open: true } }, 'p1 p2 p4 p5'],
      ['several fields at once', { sector: 'food', open: true }, 'p3'],
      [
        'logic in logic',
        { $or: [{ $and: [{ open: true }, { price: 50_000 }] }, { $not: { open: [true, false, null] } }] },
        'p3',
      ],
      ['a double quote in a value', { sector: 'craft "co"' }, 'p5'],
      ['a backslash in a value', { tags: 'a\\b' }, 'p5'],
      ['an attempt to break out of the value', { sector: 'x" OR "sector" = "food' }, ''],
      ['an attempt with single quotes', { sector: "x' OR 'a' = 'a" }, ''],
      ['an unretrievable field', { secret: 's2' }, 'p2'],
    ])('answers %s', async (_name, filters, expected) => {
      expect(await found(filters)).toBe(expected)
    })

    it('refuses an unknown field and an unknown operator', async () => {
      await expect(found({ nowhere: 'x' })).rejects.toThrow('nowhere')
      await expect(found({ sector: { $regex: 'x' } } as never)).rejects.toThrow('$regex')
    })

    it('finds every text that was written under exactly that text', async () => {
      const other = { ...index, physical_name: `${physical}_texts` }
      await settle(await provider.upsertIndex({ index: other }))
      const unit = fc.constantFrom('"', '\\', "'", 'a', ' OR ', ')', '(', 'đ', '=', '[', ']', '-', '0')
      const texts = fc
        .sample(fc.string({ unit, minLength: 1, maxLength: 12 }), { numRuns: 150, seed: 26 })
        .map((text) => text.trim())
        .filter((text) => text !== '')
      const unique = [...new Set(texts)]
      await write(
        unique.map((sector, i) => ({ id: `t${i}`, sector })),
        other.physical_name,
      )
      const results = await provider.searchMany?.(
        unique.map((sector) => ({ index: other, attributes_to_retrieve: ['sector'], filters: { sector } })),
      )
      expect(results?.map(({ hits }) => hits.map(({ document }) => document.sector))).toEqual(
        unique.map((sector) => [sector]),
      )
      await provider.deleteIndex({ index: other.physical_name })
    })
  })

  describe('free text', () => {
    it('wants every term, as a complete token', async () => {
      expect(await matching('mat ong')).toEqual(['p2'])
      expect(await matching('mat shan')).toEqual([])
      expect(await matching('sha')).toEqual([])
      expect(await matching('che')).not.toContain('p4')
    })

    it('ranks a match in a heavier field first', async () => {
      expect(await matching('che')).toEqual(['p1', 'p2'])
    })

    it('takes the last term as a prefix with the strategy "last"', async () => {
      expect(await matching('mat on', { match_strategy: 'last' })).toEqual(['p2'])
      expect((await matching('ch', { match_strategy: 'last' })).sort()).toEqual(['p1', 'p2', 'p4'])
      expect(await matching('ma ong', { match_strategy: 'last' })).toEqual([])
    })

    it('keeps the syllables that are stop words in English', async () => {
      expect(await matching('me')).toEqual(['p3'])
      expect(await matching('do')).toEqual(['p3'])
      expect(await matching('to')).toEqual(['p5'])
      expect(await matching('me do')).toEqual(['p3'])
    })

    it('reads accents, capitals and đ as plain letters', async () => {
      expect(await matching('Chè SHAN')).toEqual(['p1'])
      expect(await matching('mật ong')).toEqual(['p2'])
      expect(await matching('đỏ')).toEqual(['p3'])
    })

    it('matches only in the fields asked for', async () => {
      expect(await matching('che', { attributes_to_search_on: ['note'] })).toEqual(['p2'])
      await expect(matching('che', { attributes_to_search_on: ['sector'] })).rejects.toThrow('not searchable')
    })

    it('takes signs of the engine’s query language as plain text', async () => {
      expect(await matching('"che')).toEqual(['p1', 'p2'])
      expect(await matching('che -shan')).toEqual(['p1'])
      expect(await matching('"?!"')).toEqual([])
      expect(await matching("che' OR 1=1 --")).toEqual([])
    })

    it('combines with filters and scores', async () => {
      const { hits } = await search({ q: 'che', filters: { sector: 'food' }, search_options: { include_score: true } })
      expect(hits.map(({ id }) => id)).toEqual(['p2'])
      expect(hits[0]?.score).toBeGreaterThan(0)
      const without = await search({ q: 'che' })
      expect(without.hits[0]?.score).toBeUndefined()
    })
  })

  describe('order, pages and counts', () => {
    const ordered = async (order: Record<string, 'ASC' | 'DESC'>, q?: string): Promise<string> =>
      (await search({ q, pagination: { order } })).hits.map(({ id }) => id).join(' ')

    it('sorts by numbers, dates and words, missing values last', async () => {
      expect(await ordered({ price: 'ASC', id: 'ASC' })).toBe('p3 p1 p2 p5 p4')
      expect(await ordered({ price: 'DESC', id: 'ASC' })).toBe('p5 p2 p1 p3 p4')
      expect(await ordered({ listed_at: 'DESC', id: 'ASC' })).toBe('p3 p2 p1 p4 p5')
      expect(await ordered({ sector: 'ASC', id: 'DESC' })).toBe('p4 p5 p1 p3 p2')
    })

    it('lets an order asked for overrule relevance', async () => {
      expect(await ordered({ price: 'DESC' }, 'che')).toBe('p2 p1')
    })

    it('refuses to sort by an unknown field', async () => {
      await expect(ordered({ nowhere: 'ASC' })).rejects.toThrow('nowhere')
    })

    it('pages from any place and counts exactly, by estimate, or not', async () => {
      const page = async (skip: number, take: number, count?: SearchTypes.SearchCountStrategy) => {
        const result = await search({ pagination: { skip, take, order: { id: 'ASC' } }, search_options: { count } })
        return { ids: result.hits.map(({ id }) => id).join(' '), ...result.metadata }
      }
      expect(await page(0, 2, 'exact')).toMatchObject({ ids: 'p1 p2', skip: 0, take: 2, count: 5 })
      expect(await page(2, 2, 'exact')).toMatchObject({ ids: 'p3 p4', count: 5 })
      expect(await page(1, 3, 'exact')).toMatchObject({ ids: 'p2 p3 p4', count: 5 })
      expect(await page(4, 2, 'exact')).toMatchObject({ ids: 'p5', count: 5 })
      expect(await page(10, 2, 'exact')).toMatchObject({ ids: '', count: 5 })
      expect(await page(0, 0, 'exact')).toMatchObject({ ids: '', count: 5 })
      expect(await page(0, 2, 'none')).toMatchObject({ ids: 'p1 p2', count: null })
      expect((await page(0, 2)).count).toBe(5)
    })

    it('returns one hit for each value of a distinct field', async () => {
      const { hits } = await search({
        filters: { sector: ['food', 'drink'] },
        search_options: { distinct: 'sector' },
        pagination: { order: { price: 'ASC' } },
      })
      expect(hits.map(({ id }) => id)).toEqual(['p3', 'p1'])
      await expect(search({ search_options: { distinct: 'tags' } })).rejects.toThrow('tags')
    })
  })

  describe('facets', () => {
    const facetsOf = async (
      facets: SearchTypes.SearchOptions['facets'],
      query: { q?: string; filters?: SearchTypes.SearchFilters } = {},
    ) => (await search({ ...query, pagination: { take: 0 }, search_options: { facets } })).facets

    it('counts values within what the query selects, most frequent first', async () => {
      expect(await facetsOf(['sector'])).toEqual({
        sector: {
          type: 'value',
          values: [
            { value: 'food', count: 2 },
            { value: 'craft', count: 1 },
            { value: 'craft "co"', count: 1 },
            { value: 'drink', count: 1 },
          ],
        },
      })
      expect(await facetsOf(['sector'], { q: 'che' })).toEqual({
        sector: {
          type: 'value',
          values: [
            { value: 'drink', count: 1 },
            { value: 'food', count: 1 },
          ],
        },
      })
    })

    it('counts list and nested fields, cut to a limit, in alphabetical order, or by their beginning', async () => {
      const values = async (request: SearchTypes.SearchFacetRequest) => {
        const facet = (await facetsOf([request]))?.[request.field]
        return facet?.type === 'value' ? facet.values.map(({ value, count }) => `${value}:${count}`) : []
      }
      expect(await values({ field: 'tags', limit: 1 })).toEqual(['che:2'])
      expect(await values({ field: 'sector', sort: 'alpha', limit: 2 })).toEqual(['craft:1', 'craft "co":1'])
      expect(await values({ field: 'sector', query: 'dr' })).toEqual(['drink:1'])
      expect(await values({ field: 'producer.handle' })).toEqual(['htx-ong:2', 'htx-suoi-giang:1'])
    })

    it('counts ranges, from included and to excluded', async () => {
      const facets = await facetsOf([
        {
          field: 'price',
          type: 'range',
          ranges: [
            { key: 'low', to: 150_000 },
            { key: 'middle', from: 150_000, to: 200_000 },
            { key: 'high', from: 200_000 },
          ],
        },
      ])
      expect(facets?.price).toMatchObject({
        type: 'range',
        ranges: [
          { key: 'low', count: 1 },
          { key: 'middle', from: 150_000, to: 200_000, count: 1 },
          { key: 'high', count: 2 },
        ],
      })
    })

    it('answers the smallest and the largest value', async () => {
      const facets = await facetsOf([{ field: 'price', type: 'stats' }], { filters: { sector: ['food', 'drink'] } })
      expect(facets?.price).toMatchObject({ type: 'stats', min: 50_000, max: 200_000, count: 3 })
    })

    it('refuses a field that is not facetable', async () => {
      await expect(facetsOf(['weight'])).rejects.toThrow('weight')
    })
  })

  describe('what it cannot do', () => {
    it('refuses a cursor', async () => {
      await expect(search({ pagination: { cursor: 'x' } })).rejects.toThrow('cursor')
    })

    it('names what else is impossible instead of approximating it', async () => {
      if (isMeilisearch) {
        await expect(found({ sector: { $like: 'foo' } })).rejects.toThrow('$like')
        await expect(found({ sector: { $gt: 'a' } })).rejects.toThrow('numbers and dates')
        await expect(matching('mat che', { match_strategy: 'any' })).rejects.toThrow('any one of several')
        await expect(matching('tuyet', { match_strategy: 'last' })).rejects.toThrow('without typos')
        await expect(matching('a b c d e f g h i j k')).rejects.toThrow('at most 10 terms')
        await expect(search({ q: 'che', search_options: { min_score: 2 } })).rejects.toThrow('between 0 and 1')
        await expect(search({ pagination: { order: { _score: 'ASC' } } })).rejects.toThrow('_score')
      } else {
        await expect(search({ q: 'che', search_options: { highlight: true } })).rejects.toThrow('highlight')
        await expect(search({ search_options: { locales: ['vi'] } })).rejects.toThrow('locales')
        expect(await matching('shan ong', { match_strategy: 'any' })).toEqual(expect.arrayContaining(['p1', 'p2']))
      }
    })
  })

  describe('through the Search Module', () => {
    const name = `seeded_${identifier.replace('search-', '')}`
    const ids = async (filters: SearchTypes.SearchFilters = {}): Promise<string> => {
      const { hits } = await (stands.stand as SearchStand).module.search({
        entity: name,
        fields: ['id'],
        filters,
        pagination: { order: { id: 'ASC' } },
      })
      return hits.map(({ id }) => id).join(' ')
    }

    it('is created by a migration, filled at the start and served', async () => {
      source.set(name, DOCUMENTS)
      await (stands.stand as SearchStand).migrateAndSeed()
      expect(await ids()).toBe('p1 p2 p3 p4 p5')
      const listed = (await (stands.stand as SearchStand).module.listIndexes()).find((entry) => entry.name === name)
      expect(listed).toMatchObject({ provider: identifier, status: 'ready' })
    })

    it('takes an event in and shows it at once', async () => {
      const { module } = stands.stand as SearchStand
      const changed = await module.ingest({
        name: `${name}.changed`,
        data: { documents: [{ id: 'p6', title: 'tra hoa vang', sector: 'herbal' }] },
      })
      expect(changed.map(({ status }) => status)).toEqual(['succeeded'])
      expect(await ids({ sector: 'herbal' })).toBe('p6')
      await module.ingest({ name: `${name}.removed`, data: { id: ['p6'] } })
      await module.ingest({ name: `${name}.removed`, data: { sector: 'craft' } })
      expect(await ids()).toBe('p1 p2 p3 p5')
    })

    it('is rebuilt beside the active version and swapped in without a gap', async () => {
      const { module } = stands.stand as SearchStand
      source.set(name, DOCUMENTS.slice(0, 2))
      await module.reindex({ index: name })
      expect(await ids()).toBe('p1 p2')
      source.set(name, DOCUMENTS.slice(0, 3))
      await module.reindex({ index: name, strategy: 'in_place' })
      expect(await ids()).toBe('p1 p2 p3')
    })

    it('counts a filtered facet as if its own filter were off', async () => {
      const result = await (stands.stand as SearchStand).module.search({
        entity: name,
        filters: { sector: 'food' },
        search_options: { facets: ['sector'], disjunctive_facets: true, count: 'exact' },
      })
      expect(result.metadata.count).toBe(2)
      expect(result.facets?.sector).toMatchObject({
        values: [
          { value: 'food', count: 2 },
          { value: 'drink', count: 1 },
        ],
      })
    })

    it('finds the next version when the one it knows was dropped', async () => {
      const { module } = stands.stand as SearchStand
      await module.deleteIndex(name)
      await expect(ids()).rejects.toThrow('no active version')
      source.set(name, DOCUMENTS)
      await (stands.stand as SearchStand).migrateAndSeed()
      expect(await ids()).toBe('p1 p2 p3 p4 p5')
    })
  })
})

function beyondTheCommonGround(): void {
  let provider: SearchTypes.ISearchProvider
  const physical = `beyond_${process.pid}_v1`
  const definition = (
    fields: Record<string, SearchTypes.SearchFieldDefinition>,
    settings: SearchTypes.SearchIndexSettings = {},
  ): SearchTypes.ResolvedSearchIndexDefinition => ({
    ...definitionFor('meilisearch', 'beyond'),
    fields: { id: { type: 'keyword', filterable: true }, ...fields },
    provider: 'meilisearch',
    primary_key: 'id',
    settings,
    definition_hash: 'x',
    physical_name: physical,
  })
  const settle = async (task: SearchTypes.SearchTask) => (await provider.waitForTask?.(task)) ?? task

  beforeAll(() => {
    provider = (stands.stand as SearchStand).provider('meilisearch')
  })
  afterAll(async () => {
    await provider.deleteIndex({ index: physical })
  })

  it('highlights, tolerates typos when asked, thresholds scores and takes language hints', async () => {
    const index = definition({ title: { type: 'text', searchable: true } })
    await provider.upsertIndex({ index })
    await settle(
      await provider.upsertDocuments({
        index: physical,
        definition: index,
        documents: [{ id: 'a', title: 'Chè Shan tuyết Suối Giàng' }],
      }),
    )
    const search = (q: string, search_options: SearchTypes.SearchOptions) =>
      provider.search({ index, q, attributes_to_retrieve: ['id'], search_options })
    const highlighted = await search('shan', { highlight: { fields: ['title'], pre_tag: '[', post_tag: ']' } })
    expect(highlighted.hits[0]?.highlights).toEqual({ title: ['Chè [Shan] tuyết Suối Giàng'] })
    const snippet = await search('tuyet', { highlight: { fields: ['title'], snippet: { length: 1 } } })
    expect(snippet.hits[0]?.highlights?.title?.[0]).toContain('<mark>tuyết</mark>')
    expect((await search('tuyat', {})).hits).toHaveLength(0)
    expect((await search('tuyat', { typo_tolerance: true })).hits).toHaveLength(1)
    expect((await search('tuy gia', { typo_tolerance: true, match_strategy: 'last' })).hits).toHaveLength(0)
    expect((await search('tuyet gia', { typo_tolerance: true, match_strategy: 'last' })).hits).toHaveLength(1)
    expect(
      (await search('shan', { locales: ['vi'], min_score: 0.1, include_score: true })).hits[0]?.score,
    ).toBeLessThan(2)
    expect((await search('shan', { min_score: 1 })).hits).toHaveLength(0)
  })

  it('honours typo settings of the definition', async () => {
    const index = definition({ title: { type: 'text', searchable: true } }, { typo_tolerance: { enabled: false } })
    await provider.upsertIndex({ index })
    const search = (search_options: SearchTypes.SearchOptions) =>
      provider.search({ index, q: 'tuyat', attributes_to_retrieve: ['id'], search_options })
    expect((await search({ typo_tolerance: true })).hits).toHaveLength(0)
    expect((await search({ match_strategy: 'last' })).hits).toHaveLength(0)
  })

  it('keeps the documents when only settings change, and rebuilds when fields do', async () => {
    const count = async () => (await provider.listIndexes()).find(({ name }) => name === physical)?.document_count
    expect(await count()).toBe(1)
    await provider.upsertIndex({ index: definition({ title: { type: 'text', searchable: true, filterable: true } }) })
    expect(await count()).toBe(0)
  })

  it('stores one geo field and filters by distance through provider options', async () => {
    const index = definition({ spot: { type: 'geo', filterable: true } })
    await provider.upsertIndex({ index })
    await settle(
      await provider.upsertDocuments({
        index: physical,
        definition: index,
        documents: [
          { id: 'hanoi', spot: { lat: 21.03, lng: 105.85 } },
          { id: 'saigon', spot: { lat: 10.78, lng: 106.7 } },
        ],
      }),
    )
    const { hits } = await provider.search({
      index,
      attributes_to_retrieve: ['id', 'spot'],
      search_options: {
        provider_options: { meilisearch: { geo_radius: { lat: 21, lng: 105.8, meters: 50_000 } } },
      },
    })
    expect(hits.map(({ document }) => document)).toEqual([{ id: 'hanoi', spot: { lat: 21.03, lng: 105.85 } }])
    await expect(
      provider.upsertIndex({ index: definition({ a: { type: 'geo' }, b: { type: 'geo' } }) }),
    ).rejects.toThrow('one geo field')
  })

  it('searches vectors that documents bring, and refuses to embed without an embedder', async () => {
    const index = definition({ meaning: { type: 'vector', dimensions: 2 } })
    await provider.upsertIndex({ index })
    await settle(
      await provider.upsertDocuments({
        index: physical,
        definition: index,
        documents: [
          { id: 'east', meaning: [1, 0] },
          { id: 'north', meaning: [0, 1] },
          { id: 'nowhere', meaning: null },
        ],
      }),
    )
    const { hits } = await provider.search({
      index,
      attributes_to_retrieve: ['id'],
      search_options: { vector: { value: [0.1, 0.9] } },
    })
    expect(hits[0]?.id).toBe('north')
    await expect(
      provider.upsertIndex({ index: definition({ meaning: { type: 'vector', dimensions: 2, embed: true } }) }),
    ).rejects.toThrow('embedder')
  })

  it('reports a failed write with the reason of the engine, and gives up waiting in time', async () => {
    const failed = await provider
      .waitForTask?.({ id: '999999999', index: physical, status: 'enqueued' })
      .catch((e) => e)
    expect(failed).toBeInstanceOf(MedusaError)
    expect(failed.message).toContain('waiting for a write')
  })

  it('refuses settings and ids it does not know', async () => {
    await expect(
      provider.upsertIndex({
        index: definition({}, { provider_options: { meilisearch: { rankingRules: ['words'] } } }),
      }),
    ).rejects.toThrow('rankingRules')
    const index = definition(
      { title: { type: 'text', searchable: true } },
      {
        provider_options: {
          meilisearch: {
            stopWords: ['va'],
            localizedAttributes: [{ attributePatterns: ['*'], locales: ['vie'] }],
          },
        },
      },
    )
    await provider.upsertIndex({ index })
    await expect(
      provider.upsertDocuments({ index: physical, definition: index, documents: [{ id: 'a b' }] }),
    ).rejects.toThrow('letters, digits')
  })
}

if (meilisearch !== null) describe('Meilisearch beyond the common ground', beyondTheCommonGround)
