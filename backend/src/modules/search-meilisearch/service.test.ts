import type { SearchTypes } from '@medusajs/framework/types'
import { MedusaError } from '@medusajs/framework/utils'
import { describe, expect, it } from 'vitest'
import { MeilisearchProviderService } from './service'

const index: SearchTypes.ResolvedSearchIndexDefinition = {
  name: 'catalogue',
  entity: 'product',
  provider: 'meilisearch',
  primary_key: 'id',
  settings: {},
  definition_hash: 'x',
  physical_name: 'catalogue_v1',
  fields: { id: { type: 'keyword', filterable: true } },
  seed: async function* seed() {},
}

describe('MeilisearchProviderService', () => {
  it('needs a host', () => {
    expect(() => new MeilisearchProviderService({}, { host: '' })).toThrow('"host"')
  })

  it('says that the engine is away, which is not the same as a dropped index, and keeps the key to itself', async () => {
    // Port 9 (discard) is closed on every machine of ours.
    const provider = new MeilisearchProviderService({}, { host: 'http://127.0.0.1:9', apiKey: 'a-very-secret-key' })
    const failure = await provider.search({ index, attributes_to_retrieve: ['id'] }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(MedusaError)
    expect(failure).toMatchObject({ type: MedusaError.Types.UNEXPECTED_STATE })
    expect(String((failure as Error).message)).toContain('searching "catalogue"')
    expect(JSON.stringify(failure)).not.toContain('a-very-secret-key')
  })

  it('has nothing to wait for when a write is applied already', async () => {
    const provider = new MeilisearchProviderService({}, { host: 'http://127.0.0.1:9' })
    expect(await provider.waitForTask({ index: 'a', status: 'succeeded' })).toEqual({ index: 'a', status: 'succeeded' })
    expect(await provider.searchMany([])).toEqual([])
  })
})
