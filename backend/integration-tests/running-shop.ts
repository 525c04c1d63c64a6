import { randomBytes, randomInt } from 'node:crypto'
import { WorkflowScheduler } from '@medusajs/framework/orchestration'
import type { MedusaContainer } from '@medusajs/framework/types'
import {
  configLoaderOverride,
  createPostgresDatabaseTemplate,
  initDb,
  restorePostgresDatabaseFromTemplate,
  startApp,
} from '@medusajs/test-utils'
import axios, { type AxiosInstance } from 'axios'
import pg from 'pg'
import { vi } from 'vitest'
import { loadSource } from './load-source'

const { settleShop } = loadSource<typeof import('./settle-shop')>('./integration-tests/settle-shop')

/** A shop that answers over HTTP, with the database it looks into. */
export interface RunningShop {
  container: MedusaContainer
  api: AxiosInstance
  /** Knex over the shop's own connections. */
  database: Awaited<ReturnType<typeof initDb>>
  databaseName: string
  /** Database with what a start on an empty, migrated one has made. */
  empty: string
}

/** Where the one shop of this process is kept: the suites of a process may each have their own copy of this module. */
const HERE = Symbol.for('sao-lang.running-shop')
const kept = globalThis as { [HERE]?: Promise<RunningShop> }

/**
 * The shop all suites of this process ask, one after another: opening one takes longer than most suites. Each suite copies its data
 * afresh with `bringTo`. In: name of the migrated database to open it over.
 */
export function runningShop(template: string): Promise<RunningShop> {
  kept[HERE] ??= openShop(template)
  return kept[HERE]
}

/** Makes the shop's data those of the named database; what ran on the old ones is cut off. */
export async function bringTo(shop: RunningShop, templateName: string): Promise<void> {
  await restorePostgresDatabaseFromTemplate({ databaseName: shop.databaseName, templateName })
}

/** An address of callers nobody else has: what one suite asked counts against no limit of the next. */
export function freshAddress(): string {
  return `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`
}

async function openShop(templateName: string): Promise<RunningShop> {
  const databaseName = `shop_test_${randomBytes(4).toString('hex')}`
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  await client.query(`create database ${databaseName} template ${templateName}`).finally(() => client.end())
  const url = new URL(process.env.DATABASE_URL ?? '')
  // Medusa's test tools ask for TLS unless the host is called localhost.
  url.hostname = 'localhost'
  url.pathname = `/${databaseName}`
  await configLoaderOverride(process.cwd(), { clientUrl: url.href, debug: false })
  const { container, port } = await startApp({ cwd: process.cwd() })
  // What is done from time to time is done by the test that waits for it, not in the midst of another.
  await new WorkflowScheduler().clear()
  // The search index is made and filled beside the start.
  await vi.waitFor(() => settleShop(container), { timeout: 60_000, interval: 250 })
  const empty = `${databaseName}_empty`
  await createPostgresDatabaseTemplate({ databaseName, templateName: empty })
  return {
    container,
    api: axios.create({ baseURL: `http://127.0.0.1:${port}` }),
    database: await initDb(),
    databaseName,
    empty,
  }
}
