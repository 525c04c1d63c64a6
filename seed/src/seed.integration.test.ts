import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { codeRing, decodeUnitCode } from '@sao-lang/traceability/identifiers/unit-codes'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeedRecord } from './loader/seed-record.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const SHOP_DIR = join(ROOT, 'backend/.medusa/server')
const MAIN = join(ROOT, 'seed/dist/main.js')

const server = process.env.TEST_DATABASE_URL
const name = `seed_${randomBytes(6).toString('hex')}`
const hex = () => randomBytes(32).toString('hex')
let dataDir: string
let env: NodeJS.ProcessEnv
let db: pg.Client

beforeAll(async () => {
  if (!server) throw new Error('TEST_DATABASE_URL must name a PostgreSQL server for the tests')
  const migrated = await copyMigratedShop(server)
  const url = new URL(server)
  url.pathname = `/${name}`
  dataDir = mkdtempSync(join(tmpdir(), 'sao-lang-seed-'))
  env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: 'production',
    MEDUSA_DISABLE_TELEMETRY: 'true',
    DATABASE_URL: url.href,
    TRACE_DATABASE_URL: url.href,
    TRACE_URL: 'http://127.0.0.1:9',
    STOREFRONT_URL: 'http://localhost:3000',
    TRACE_INTERNAL_TOKEN: hex(),
    ORDER_LINK_SECRET: hex(),
    PERSONAL_DATA_KEY: hex(),
    JWT_SECRET: hex(),
    COOKIE_SECRET: hex(),
    CODE_KEY: hex(),
    DATA_DIR: dataDir,
    // Pictures are named by their content, so one folder serves every run.
    FILE_DIR: join(ROOT, 'node_modules/.cache/sao-lang/seed-pictures'),
    DEMO_ACCOUNTS: '1',
    LOG_LEVEL: 'error',
  }
  if (!migrated)
    execFileSync(process.execPath, [join(ROOT, 'node_modules/@medusajs/cli/cli.js'), 'db:migrate'], {
      cwd: SHOP_DIR,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  db = new pg.Client({ connectionString: url.href })
  await db.connect()
})

afterAll(async () => {
  await db?.end()
  if (server) await onServer(server, `drop database if exists ${name} with (force)`)
  if (dataDir) rmSync(dataDir, { recursive: true, force: true })
})

describe('the seed', () => {
  it('goes on where a killed run stopped and doubles nothing', async () => {
    await runUntil(/pictures: /, 900)
    expect(record().finishedAt).toBeNull()
    await leaveStrayStock('SL-057-1')
    await runUntil(/decisions: /, 400)
    await run()

    expect(await counts()).toEqual(WHOLE)
    expect(record().finishedAt).not.toBeNull()
    expect(await orphans()).toBe(0)
  })

  it('changes nothing when it runs again from the start', async () => {
    const before = record()
    const codes = await db.query('select batch_no from trace.label_batch order by 1')
    writeRecord({ ...before, finishedAt: null })
    await run()
    expect(await counts()).toEqual(WHOLE)
    expect(await db.query('select batch_no from trace.label_batch order by 1').then((r) => r.rows)).toEqual(codes.rows)
    expect(record()).toEqual({ ...before, finishedAt: expect.any(String) })
  })

  it('ends at once when this data is loaded', async () => {
    const from = Date.now()
    expect(await run()).toContain('nothing to do')
    expect(Date.now() - from).toBeLessThan(10_000)
  })

  it('writes a record that its owner alone can read, with an account and a code for every scene', async () => {
    const { publishableKey, accounts, sampleCodes, tokens } = record()
    expect(statSync(join(dataDir, 'seed.json')).mode & 0o777).toBe(0o600)
    expect(publishableKey).toMatch(/^pk_/)
    expect(accounts).toEqual(
      [
        ...[
          'operator',
          'producer',
          'producer',
          'producer',
          'inspector',
          'commune',
          'commune-leader',
          'advisor',
          'council',
        ],
        ...['council-member-1', 'council-member-2', 'council-member-3', 'council-chair'],
        ...['province', 'province-leader', 'ministry', 'ministry-leader', 'centre', 'centre-seller', 'customer'],
      ].map((role) => ({
        role,
        email: expect.stringContaining('@'),
        password: expect.any(String),
      })),
    )
    expect(tokens).toEqual({ epcis: expect.stringMatching(/^[\w-]{32}$/) })
    const ring = codeRing({ 0: env.CODE_KEY ?? '' })
    for (const code of Object.values(sampleCodes ?? {})) expect(decodeUnitCode(ring, code)).not.toBeNull()
    expect(Object.keys(sampleCodes ?? {})).toEqual(['genuine', 'expired', 'recalled', 'void', 'unknown'])
  })

  it('adds made-up products on demand, up to the number asked for', async () => {
    await run('--products', '15')
    await run('--products', '40')
    const { rows } = await db.query(
      "select count(*)::int as n from product where handle like 'mau-%' and deleted_at is null",
    )
    expect(rows[0]).toEqual({ n: 40 })
    const stars = await db.query(
      `select count(*)::int as n, count(distinct r.product_id)::int as products from recognition r
       join product p on p.id = r.product_id where p.handle like 'mau-%'`,
    )
    expect(stars.rows[0]?.n).toBe(stars.rows[0]?.products)
    expect(stars.rows[0]?.n).toBeGreaterThan(30)
  })

  it('names a wrong variable and a wrong argument in one sentence', async () => {
    await expect(run('--products', 'many')).rejects.toThrow('--products must be a whole number')
    env = { ...env, CODE_KEY: 'hush' }
    await expect(run()).rejects.toThrow('CODE_KEY is malformed')
  })
})

const WHOLE = {
  products: 41,
  producers: 57,
  provinces: 34,
  communes: 3321,
  former_places: 10_794,
  decisions: 16,
  recognitions: 39,
  shops: 27,
  fairs: 18,
  statistics: 52,
  legal_instruments: 37,
  variants: 66,
  inventory_items: 66,
  sales_channels: 3,
  stock_locations: 3,
  stocked_locations: 2,
  regions: 1,
  api_keys: 1,
  users: 1,
  source_areas: 28,
  producer_members: 5,
  dossiers: 10,
  dossier_states: 3,
  evaluations: 6,
  evaluation_states: 6,
  councils: 1,
  lots: 61,
  genealogy_edges: 6,
  label_batches: 51,
  passports: 41,
}

/** Rows of every kind in one look. */
async function counts(): Promise<Record<string, number>> {
  const { rows } = await db.query<Record<string, number>>(`select
    (select count(*)::int from product where deleted_at is null) as products,
    (select count(*)::int from producer where deleted_at is null) as producers,
    (select count(*)::int from province where deleted_at is null) as provinces,
    (select count(*)::int from commune where deleted_at is null) as communes,
    (select count(*)::int from legacy_place where deleted_at is null) as former_places,
    (select count(*)::int from council_decision where deleted_at is null) as decisions,
    (select count(*)::int from recognition where deleted_at is null) as recognitions,
    (select count(*)::int from shop where deleted_at is null) as shops,
    (select count(*)::int from fair where deleted_at is null) as fairs,
    (select count(*)::int from statistic where deleted_at is null) as statistics,
    (select count(*)::int from legal_instrument where deleted_at is null) as legal_instruments,
    (select count(*)::int from product_variant where deleted_at is null) as variants,
    (select count(*)::int from inventory_item where deleted_at is null) as inventory_items,
    (select count(*)::int from sales_channel where deleted_at is null) as sales_channels,
    (select count(*)::int from stock_location where deleted_at is null) as stock_locations,
    (select count(distinct location_id)::int from inventory_level where deleted_at is null) as stocked_locations,
    (select count(*)::int from region where deleted_at is null and currency_code = 'vnd') as regions,
    (select count(*)::int from api_key where deleted_at is null and title = 'Sao Làng') as api_keys,
    (select count(*)::int from "user" where deleted_at is null) as users,
    (select count(*)::int from trace.source_area) as source_areas,
    (select count(*)::int from producer_member where deleted_at is null) as producer_members,
    (select count(*)::int from dossier where deleted_at is null) as dossiers,
    (select count(distinct state)::int from dossier where state in ('draft', 'returned', 'passed_on')) as dossier_states,
    (select count(*)::int from evaluation where deleted_at is null) as evaluations,
    (select count(distinct state)::int from evaluation where deleted_at is null) as evaluation_states,
    (select count(*)::int from council where deleted_at is null) as councils,
    (select count(*)::int from trace.lot) as lots,
    (select count(*)::int from trace.lot_input) as genealogy_edges,
    (select count(*)::int from trace.label_batch) as label_batches,
    (select count(distinct product_ref)::int from trace.passport) as passports`)
  return rows[0] ?? {}
}

/** Stock kept for variants that are gone. */
async function orphans(): Promise<number> {
  const { rows } = await db.query<{ n: number }>(`select count(*)::int as n from inventory_item i
    where i.deleted_at is null and not exists (select 1 from product_variant v where v.sku = i.sku and v.deleted_at is null)`)
  return rows[0]?.n ?? -1
}

/** What a run killed between making stock and linking it leaves behind. */
async function leaveStrayStock(sku: string): Promise<void> {
  await db.query(
    `insert into inventory_item (id, sku, requires_shipping, created_at, updated_at) values ('iitem_stray', $1, true, now(), now())
    on conflict do nothing`,
    [sku],
  )
}

function record(): SeedRecord {
  return JSON.parse(readFileSync(join(dataDir, 'seed.json'), 'utf8'))
}
function writeRecord(changed: SeedRecord): void {
  writeFileSync(join(dataDir, 'seed.json'), JSON.stringify(changed))
}

function start(args: string[]): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: SHOP_DIR, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  return { child, output: () => output }
}

/** Runs the seed to its end. Out: what it printed. Throws that when it fails. */
async function run(...args: string[]): Promise<string> {
  const { child, output } = start(args)
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(output())
  return output()
}

/** Kills the seed without warning, `later` milliseconds after it printed `line`. Throws when it ends before. */
async function runUntil(line: RegExp, later = 0): Promise<void> {
  const { child, output } = start([])
  await new Promise<void>((resolve, reject) => {
    child.once('close', (code) => reject(new Error(`ended with ${code} before ${line}\n${output()}`)))
    child.stdout?.on('data', () => {
      if (!line.test(output())) return
      child.removeAllListeners('close')
      child.once('close', () => resolve())
      setTimeout(() => child.kill('SIGKILL'), later)
    })
  })
}

/** Makes the database. Out: whether it is a copy of what another suite of this run has migrated. */
async function copyMigratedShop(url: string): Promise<boolean> {
  const template = process.env.SHOP_TEMPLATE
  const kept = template
    ? await onServer(url, `select 1 from pg_database where datname = '${template}'`).then((r) => r.rowCount === 1)
    : false
  await onServer(url, `create database ${name}${kept ? ` template ${template}` : ''}`)
  return kept
}

async function onServer(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}
