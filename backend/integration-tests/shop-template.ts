import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Name of the migrated, empty database that the suites of this run copy. */
    shopTemplate: string
  }
}

/**
 * For Vitest's `globalSetup`: migrates a shop once, as `npm start` does, for all suites to copy, which takes a second instead
 * of half a minute. SHOP_TEMPLATE names one that other parts copy as well and that goes with its server; one of our own is
 * dropped when the run ends.
 */
export default async function makeShopTemplate({ provide, config }: TestProject): Promise<() => Promise<void>> {
  const shared = process.env.SHOP_TEMPLATE
  const name = shared ?? `shop_template_${randomBytes(4).toString('hex')}`
  const server = config.env.DATABASE_URL ?? ''
  // Nobody finds it before it is whole.
  const unfinished = `${name}_unfinished`
  const url = new URL(server)
  url.pathname = `/${unfinished}`
  await onServer(server, `create database ${unfinished}`)
  // Types are checked elsewhere; here that would take minutes.
  const env = { ...process.env, ...config.env, DATABASE_URL: url.href, TS_NODE_TRANSPILE_ONLY: 'true' }
  const medusa = path.join(config.root, '../node_modules/@medusajs/cli/cli.js')
  await promisify(execFile)(process.execPath, [medusa, 'db:migrate'], { cwd: config.root, env })
  await onServer(server, `alter database ${unfinished} rename to ${name}`)
  provide('shopTemplate', name)
  return async () => {
    if (!shared) await onServer(server, `drop database if exists ${name} with (force)`)
  }
}

async function onServer(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
