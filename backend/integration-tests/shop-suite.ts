import { randomBytes } from 'node:crypto'
import { medusaIntegrationTestRunner } from '@medusajs/test-utils'
import pg from 'pg'
import { beforeAll, inject } from 'vitest'

type TestSuite = Parameters<typeof medusaIntegrationTestRunner>[0]['testSuite']

/**
 * A suite over the running shop, with a database of its own that every test finds as the suite's `beforeAll` left it. The
 * first suite of a run migrates it; the others copy what came of that, which takes a second instead of half a minute.
 */
export function shopSuite(testSuite: TestSuite): void {
  const dbName = `shop_test_${randomBytes(4).toString('hex')}`
  const template = inject('shopTemplate')
  let copied = false
  medusaIntegrationTestRunner({
    inApp: true,
    cwd: process.cwd(),
    dbName,
    hooks: {
      async beforeServerStart() {
        copied = await onServer(async (client) => {
          const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
          if (rowCount === 1) await client.query(`create database ${dbName} template ${template}`)
          return rowCount === 1
        })
      },
    },
    testSuite(options) {
      beforeAll(async () => {
        if (!copied) await onServer((client) => keepAsTemplate(client, dbName, template))
      })
      testSuite(options)
    },
  })
}

/** PostgreSQL copies only a database that nobody is connected to; the shop connects again by itself. */
async function keepAsTemplate(client: pg.Client, dbName: string, template: string): Promise<void> {
  await client.query(`alter database ${dbName} allow_connections false`)
  try {
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [dbName])
    await client.query(`create database ${template} template ${dbName}`)
  } finally {
    await client.query(`alter database ${dbName} allow_connections true`)
  }
}

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
