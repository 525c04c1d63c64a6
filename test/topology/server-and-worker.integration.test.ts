import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { buildChanged } from '../../scripts/stack/build.mjs'
import { superviseChild } from '../../scripts/stack/child.mjs'
import { serviceEnvironments } from '../../scripts/stack/environment.mjs'
import { waitForHealth } from '../../scripts/stack/health.mjs'
import { freePort } from '../../scripts/stack/ports.mjs'
import { createProgress } from '../../scripts/stack/progress.mjs'
import { runTask } from '../../scripts/stack/task.mjs'

// The topology of docker-compose.yml as plain processes: one server, one worker, one Redis, one traceability service.
const root = fileURLToPath(new URL('../../', import.meta.url))
const serverUrl = process.env.TEST_DATABASE_URL ?? ''
const redisUrl = process.env.TEST_REDIS_URL ?? ''
const medusa = path.join(root, 'node_modules/@medusajs/cli/cli.js')
const medusaDir = path.join(root, 'backend/.medusa/server')

let dataDir: string
let database: string
let workerPort: number
let ports: { storefront: number; backend: number; traceability: number; postgres: number; vnpay: number }
let environments: ReturnType<typeof serviceEnvironments>
let seeded: { publishableKey: string; accounts: { role: string; email: string; password: string }[] }
const children: ReturnType<typeof superviseChild>[] = []

function run(name: string, script: string, args: string[], env: Record<string, string | undefined>, cwd = medusaDir) {
  const child = superviseChild(
    { name, command: process.execPath, args: [script, ...args], cwd, env, logFile: path.join(dataDir, `${name}.log`) },
    { report: () => {} },
  )
  children.push(child)
  return child
}

function startWorker() {
  const env = { ...environments.backend, PORT: String(workerPort), MEDUSA_WORKER_MODE: 'worker' }
  return run('worker', medusa, ['start'], env)
}

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'sao-lang-topology-'))
  await buildChanged(root, createProgress(), { only: ['seed', 'backend', 'traceability'] })
  const name = `topology_${randomBytes(4).toString('hex')}`
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  // A copy of what another suite of this run has migrated, where there is one.
  const template = process.env.SHOP_TEMPLATE ?? ''
  const migrated = (await admin.query('select from pg_database where datname = $1', [template])).rowCount === 1
  await admin.query(`create database ${name}${migrated ? ` template ${template}` : ''}`)
  await admin.end()
  database = new URL(`/${name}`, serverUrl).href

  ports = {
    storefront: await freePort(),
    backend: await freePort(),
    traceability: await freePort(),
    postgres: 0,
    vnpay: await freePort(),
  }
  workerPort = await freePort()
  const secret = () => randomBytes(32).toString('hex')
  environments = serviceEnvironments({
    env: { ...process.env, REDIS_URL: redisUrl },
    ports,
    secrets: {
      JWT_SECRET: secret(),
      COOKIE_SECRET: secret(),
      SESSION_SECRET: secret(),
      ORDER_LINK_SECRET: secret(),
      VNPAY_HASH_SECRET: secret(),
      PERSONAL_DATA_KEY: secret(),
      TRACE_INTERNAL_TOKEN: secret(),
      CODE_KEY: secret(),
      SCAN_PEPPER: secret(),
      CREDENTIAL_SEED: secret(),
      LOG_KEY: secret(),
      LABEL_KEY: secret(),
      SCRATCH_KEY: secret(),
    },
    databaseUrl: database,
    filesDir: path.join(dataDir, 'files'),
    dataDir,
    demoAccounts: true,
  })
  const { migrate } = await import('@sao-lang/traceability/storage/migrate')
  await migrate(database)
  const step = { cwd: medusaDir, env: environments.backend, nextStep: 'See the lines above.' }
  if (!migrated) await runTask({ ...step, script: medusa, args: ['db:migrate'], failure: 'db:migrate failed.' })
  await runTask({
    ...step,
    env: environments.seed,
    script: path.join(root, 'seed/dist/main.js'),
    args: [],
    failure: 'The seed failed.',
  })
  seeded = JSON.parse(readFileSync(path.join(dataDir, 'seed.json'), 'utf8'))

  const trace = run(
    'traceability',
    path.join(root, 'traceability/dist/http/main.js'),
    [],
    environments.traceability,
    root,
  )
  const server = run('server', medusa, ['start'], { ...environments.backend, MEDUSA_WORKER_MODE: 'server' })
  await waitForHealth({
    name: 'traceability',
    url: `http://127.0.0.1:${ports.traceability}/health`,
    lastLines: trace.lastLines,
  })
  // The worker fills the catalogue's index; a server is healthy once there is one.
  const worker = startWorker()
  await waitForHealth({ name: 'worker', url: `http://127.0.0.1:${workerPort}/health`, lastLines: worker.lastLines })
  await waitForHealth({ name: 'server', url: `http://127.0.0.1:${ports.backend}/health`, lastLines: server.lastLines })
  await worker.stop()
})

afterAll(async () => {
  for (const child of children.reverse()) await child.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

it('the server is healthy without a worker and names Redis among its dependencies', async () => {
  const answer = await fetch(`http://127.0.0.1:${ports.backend}/health`)
  expect(answer.status).toBe(200)
  const health = await answer.json()
  expect(JSON.stringify(health)).toMatch(/"redis":\{?"?(ok|status":"ok)/)
})

it('a change through the server waits for the worker and reaches the scan page through it', async () => {
  const operator = seeded.accounts.find(({ role }) => role === 'operator')
  const api = `http://127.0.0.1:${ports.backend}`
  const login = await fetch(`${api}/auth/user/emailpass`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: operator?.email, password: operator?.password }),
  })
  const { token } = await login.json()
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const { products } = await (await fetch(`${api}/admin/products?limit=1&fields=id,title`, { headers })).json()
  const title = `${products[0].title} (đổi tên)`
  const updated = await fetch(`${api}/admin/products/${products[0].id}`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ title }),
  })
  expect(updated.status).toBe(200)

  const passportName = async () => {
    const client = new pg.Client({ connectionString: database })
    await client.connect()
    const { rows } = await client.query<{ body: { product: { name: { vi: string } } } }>(
      'select body from trace.passport where product_ref = $1 order by version desc limit 1',
      [products[0].id],
    )
    await client.end()
    return rows[0]?.body.product.name.vi
  }
  expect(await passportName()).not.toBe(title)

  const worker = startWorker()
  await vi.waitFor(async () => expect(await passportName(), worker.lastLines().join('\n')).toBe(title), {
    timeout: 120_000,
    interval: 500,
  })
})

it('a worker killed at work is followed by one that goes on', async () => {
  const worker = children.at(-1)
  const before = worker?.pid
  process.kill(before as number, 'SIGKILL')
  await vi.waitFor(() => expect(worker?.pid).not.toBe(before), { timeout: 20_000 })
  await vi.waitFor(
    async () =>
      expect((await fetch(`http://127.0.0.1:${workerPort}/health`)).status, worker?.lastLines().join('\n')).toBe(200),
    { timeout: 120_000, interval: 500 },
  )
})
