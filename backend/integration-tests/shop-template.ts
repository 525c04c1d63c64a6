import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Name of the migrated, empty database that the suites of this run copy; the first suite makes it. */
    shopTemplate: string
  }
}

/** For Vitest's `globalSetup`: names the template of this run, and drops it when the run ends. */
export default function nameTemplate({ provide, config }: TestProject): () => Promise<void> {
  const name = `shop_template_${randomBytes(4).toString('hex')}`
  provide('shopTemplate', name)
  return async () => {
    const client = new pg.Client({ connectionString: config.env.DATABASE_URL })
    await client.connect()
    await client.query(`drop database if exists ${name} with (force)`).finally(() => client.end())
  }
}
