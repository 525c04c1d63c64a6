import { MedusaApp, MedusaModule } from '@medusajs/framework/modules-sdk'
import type { ISearchModuleService, SearchTypes } from '@medusajs/framework/types'
import { Client } from 'pg'
import { CREATE_TEXT_SEARCH_CONFIGURATION } from '../../vietnamese-text/text-search-configuration'
import { MeilisearchProviderService } from '../service'
import type { MeilisearchServer } from './meilisearch-server'

export interface SearchStand {
  module: ISearchModuleService
  provider: (identifier: string) => SearchTypes.ISearchProvider
  /** Runs the planned index migrations, then seeds what needs it, as `db:migrate` and an application start do. */
  migrateAndSeed: () => Promise<void>
  close: () => Promise<void>
}

/** The server that integration tests use, from TEST_DATABASE_URL or DB_HOST, DB_PORT, DB_USERNAME and DB_PASSWORD. */
export function testServerUrl(): URL {
  const { TEST_DATABASE_URL, DB_HOST, DB_PORT = '5432', DB_USERNAME = 'postgres', DB_PASSWORD = '' } = process.env
  if (TEST_DATABASE_URL) return new URL(TEST_DATABASE_URL)
  if (!DB_HOST) throw new Error('Set TEST_DATABASE_URL or DB_HOST to a PostgreSQL server for the integration tests')
  return new URL(
    `postgres://${encodeURIComponent(DB_USERNAME)}:${encodeURIComponent(DB_PASSWORD)}@${DB_HOST}:${DB_PORT}`,
  )
}

/** Medusa's Search Module alone on a database of its own, with the Postgres provider and, when given, Meilisearch. */
export async function openSearchModule(options: {
  database: string
  indexes: SearchTypes.SearchIndexDefinition[]
  meilisearch: MeilisearchServer | null
}): Promise<SearchStand> {
  const { database, indexes, meilisearch } = options
  const server = testServerUrl()
  await runOn(server, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`, `CREATE DATABASE ${database}`)
  const clientUrl = new URL(server)
  clientUrl.pathname = `/${database}`
  await runOn(clientUrl, CREATE_TEXT_SEARCH_CONFIGURATION)

  MedusaModule.clearInstances()
  for (const definition of indexes) MedusaModule.setSearchIndex(definition)
  const app = await MedusaApp({
    sharedResourcesConfig: { database: { clientUrl: clientUrl.href } },
    modulesConfig: {
      search: {
        resolve: '@medusajs/medusa/search',
        options: {
          default_provider: 'search-postgres',
          providers: [
            { resolve: '@medusajs/medusa/search-postgres', id: 'postgres', options: { language: 'simple' } },
            ...(meilisearch
              ? [{ resolve: { services: [MeilisearchProviderService] }, id: 'meilisearch', options: meilisearch }]
              : []),
          ],
        },
      },
    },
  })
  await app.runMigrations()
  const module = app.modules.search as unknown as ISearchModuleService & {
    searchProviderService_: { retrieve: (identifier: string) => SearchTypes.ISearchProvider }
    createSeedPlan_: () => Promise<unknown[]>
    executeSeedPlan_: (plan: unknown[]) => Promise<void>
  }
  return {
    module,
    provider: (identifier) => module.searchProviderService_.retrieve(identifier),
    migrateAndSeed: async () => {
      await module.executeIndexMigrationPlan(await module.createIndexMigrationPlan())
      await module.executeSeedPlan_(await module.createSeedPlan_())
    },
    close: async () => {
      await app.onApplicationPrepareShutdown()
      await app.onApplicationShutdown()
      MedusaModule.clearInstances()
      await runOn(server, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
    },
  }
}

async function runOn(server: URL, ...statements: string[]): Promise<void> {
  const url = new URL(server)
  if (url.pathname === '' || url.pathname === '/') url.pathname = '/postgres'
  const client = new Client({ connectionString: url.href })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
