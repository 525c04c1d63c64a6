import { randomBytes } from 'node:crypto'
import { medusaIntegrationTestRunner } from '@medusajs/test-utils'
import pg from 'pg'
import { inject } from 'vitest'
import { loadSource } from './load-source'

const { settleShop } = loadSource<typeof import('./settle-shop')>('./integration-tests/settle-shop')

type TestSuite = Parameters<typeof medusaIntegrationTestRunner>[0]['testSuite']

/**
 * A suite over the running shop, with a copy of the migrated database of its own, which every test finds as the suite's
 * `beforeAll` left it, with its search documents.
 */
export function shopSuite(testSuite: TestSuite): void {
  const dbName = `shop_test_${randomBytes(4).toString('hex')}`
  medusaIntegrationTestRunner({
    inApp: true,
    cwd: process.cwd(),
    dbName,
    hooks: {
      async beforeServerStart() {
        const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
        await client.connect()
        await client.query(`create database ${dbName} template ${inject('shopTemplate')}`).finally(() => client.end())
      },
    },
    testSuite: (options) => {
      const { getContainer, dbUtils } = options
      const snapshot: typeof dbUtils.snapshot = async (settings) => {
        await settleShop(getContainer())
        await dbUtils.snapshot(settings)
      }
      testSuite({ ...options, dbUtils: { ...dbUtils, snapshot } })
    },
  })
}
