import { randomBytes } from 'node:crypto'
import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { createPostgresDatabaseTemplate, dropPostgresDatabaseTemplate } from '@medusajs/test-utils'
import type { AxiosInstance } from 'axios'
import { afterAll, afterEach, beforeAll, beforeEach, describe, inject, vi } from 'vitest'
import { loadSource } from './load-source'
import { bringTo, freshAddress, type RunningShop, runningShop } from './running-shop'

const { settleShop } = loadSource<typeof import('./settle-shop')>('./integration-tests/settle-shop')

interface ShopOfSuite {
  getContainer: () => MedusaContainer
  /** Axios, from an address of this suite's own. */
  api: AxiosInstance
  /** Knex over the shop's own connections. */
  dbConnection: RunningShop['database']
  dbUtils: {
    /** Ends what is under way and keeps the data as they are now for every test of the suite to begin with. */
    snapshot: () => Promise<void>
  }
}

/**
 * A suite over the running shop, which begins with the data of a migrated, empty one. Every test finds them as the suite's `beforeAll`
 * left them, with their search documents.
 */
export function shopSuite(testSuite: (shop: ShopOfSuite) => void): void {
  const own = `shop_suite_${randomBytes(4).toString('hex')}`
  let shop: RunningShop
  let kept = false
  /** The data are the kept ones still. */
  let fresh = false
  const keep = async () => {
    await createPostgresDatabaseTemplate({ databaseName: shop.databaseName, templateName: own })
    kept = true
    fresh = true
  }
  describe('', () => {
    beforeAll(async () => {
      shop = await runningShop(inject('shopTemplate'))
      await bringTo(shop, shop.empty)
      shop.api.defaults.headers.common['x-forwarded-for'] = freshAddress()
    })
    beforeEach(async () => {
      if (!kept) await keep()
      if (!fresh) await bringTo(shop, own)
      fresh = false
    })
    afterEach(async () => {
      await workflowsEnd(shop.container)
    })
    afterAll(async () => {
      await dropPostgresDatabaseTemplate(own)
    })
    testSuite({
      getContainer: () => shop.container,
      api: later(() => shop.api),
      dbConnection: later(() => shop.database),
      dbUtils: {
        async snapshot() {
          await settleShop(shop.container)
          await keep()
        },
      },
    })
  })
}

/** What a test has set off and left running would go on in the data of the next. */
async function workflowsEnd(container: MedusaContainer): Promise<void> {
  const engine = container.resolve(Modules.WORKFLOW_ENGINE)
  const running = () =>
    engine.listWorkflowExecutions({ state: { $nin: ['not_started', 'done', 'reverted', 'failed'] } }, { take: 1 })
  await vi.waitUntil(async () => (await running()).length === 0, { timeout: 60_000, interval: 50 })
}

/** Stands for what is there once the suite runs. */
function later<Thing extends object>(find: () => Thing): Thing {
  return new Proxy({} as Thing, { get: (_target, name) => Reflect.get(find(), name) })
}
