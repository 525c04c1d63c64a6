import { randomBytes, randomInt } from 'node:crypto'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

/** Server that makes and drops databases for the integration suites, e.g. postgres://user:password@127.0.0.1:5432 */
const server = new URL(process.env.TEST_DATABASE_URL ?? 'postgres://postgres:postgres@127.0.0.1:5432')
/** The runner of @medusajs/test-utils asks for TLS unless the host is called localhost. */
const host = server.hostname === '127.0.0.1' ? 'localhost' : server.hostname
const folder = path.join(import.meta.dirname, '.medusa', 'test-files')
/** Below the ports that systems give to outgoing connections, one of which may be ours. */
const gateway = `http://127.0.0.1:${randomInt(20_000, 32_000)}`
const random = () => randomBytes(32).toString('hex')

/** Medusa loads our TypeScript through `require`; its decorators and CommonJS need swc there. */
const execArgv = ['--require', '@swc-node/register']

/** They open a search module of their own, which takes the running shop's away. */
const SEARCH_ENGINES = ['src/modules/search-meilisearch/**/*.integration.test.ts', 'src/search/_*.integration.test.ts']

const integration = {
  globals: true,
  pool: 'forks',
  execArgv,
  fileParallelism: false,
  testTimeout: 180_000,
  hookTimeout: 240_000,
  env: {
    NODE_ENV: 'test',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
    MEDUSA_DISABLE_TELEMETRY: 'true',
    DB_HOST: host,
    DB_PORT: server.port || '5432',
    DB_USERNAME: decodeURIComponent(server.username),
    DB_PASSWORD: decodeURIComponent(server.password),
    DATABASE_URL: server.href,
    STOREFRONT_URL: 'http://127.0.0.1:3999',
    // Below the ports that systems give to outgoing connections, one of which may be ours.
    TRACE_URL: `http://127.0.0.1:${randomInt(20_000, 32_000)}`,
    TRACE_INTERNAL_TOKEN: random(),
    ORDER_LINK_SECRET: random(),
    PERSONAL_DATA_KEY: random(),
    JWT_SECRET: random(),
    COOKIE_SECRET: random(),
    FILE_DIR: folder,
    VNPAY_TMN_CODE: 'TESTSHOP',
    VNPAY_HASH_SECRET: random(),
    VNPAY_PAY_URL: `${gateway}/paymentv2/vpcpay.html`,
    VNPAY_API_URL: `${gateway}/merchant_webapi/api/transaction`,
  },
} as const

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts'],
          // Rules without state and mocked modules: one set of modules serves all files, in half the time.
          isolate: false,
          exclude: ['src/**/*.integration.test.ts'],
          globals: true,
          pool: 'forks',
          execArgv,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...integration,
          name: 'integration',
          include: ['src/**/*.integration.test.ts', 'integration-tests/**/*.integration.test.ts'],
          exclude: SEARCH_ENGINES,
          globalSetup: './integration-tests/shop-template.ts',
          // One running shop serves all suites of the process, one after another (integration-tests/running-shop.ts).
          isolate: false,
        },
      },
      { test: { ...integration, name: 'integration-search', include: SEARCH_ENGINES } },
    ],
  },
})
