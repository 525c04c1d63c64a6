// Run it alone: BENCH_DATABASE_URL=postgres://… node bench/verify.mjs
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import pg from 'pg'
import { codeRing, unitCodes } from '../dist/identifiers/unit-codes.js'
import { migrate } from '../dist/storage/migrate.js'
import { startChild } from './child-service.mjs'
import { fillTrace } from './sample-data.mjs'

const PARTIES = 200
const BATCH_SIZE = 100_000
const CONNECTIONS = 32
/** Requests each connection goes through, its own ones; enough that few units are scanned twice in a round. */
const REQUESTS = 1_000
const BAR = 0.5
const CODES_BAR = 15_000

/**
 * Scan endpoint against a bare `node:http` + `pg` primary-key look-up on the same machine, and unit codes against their
 * bar. In: a PostgreSQL URL whose user may create databases; seconds a round; rounds each. Out: rows
 * `{ name, ours, peer, ratio, bar, unit, details? }`. The database it makes is dropped.
 */
export async function benchVerify({ databaseUrl, seconds = 5, rounds = 5 }) {
  const name = `trace_bench_${process.pid}_${Date.now()}`
  const url = new URL(databaseUrl)
  url.pathname = `/${name}`
  await admin(databaseUrl, `create database ${name}`)
  try {
    return [await measureScans(url.href, seconds, rounds), measureCodes()]
  } finally {
    await admin(databaseUrl, `drop database if exists ${name} with (force)`)
  }
}

/** Codes of one batch, in order, for a second of processor time: what one core gives whatever else the machine does. */
export function measureCodes() {
  const ring = codeRing({ 0: randomBytes(32).toString('hex') })
  const batch = { batchNo: 1, epoch: 0, size: 1_000_000 }
  for (const code of unitCodes(ring, batch, 0, 5_000)) if (code.length !== 16) throw new Error('a code is malformed')
  const count = 100_000
  const started = process.cpuUsage()
  let characters = 0
  for (const code of unitCodes(ring, batch, 0, count)) characters += code.length
  const { user, system } = process.cpuUsage(started)
  if (characters !== 16 * count) throw new Error('codes are missing')
  const rate = count / ((user + system) / 1e6)
  return {
    name: 'unit codes a core, against the bar',
    ours: Math.round(rate),
    peer: CODES_BAR,
    ratio: round(rate / CODES_BAR),
    bar: 1,
    unit: 'codes/s',
  }
}

/**
 * Rounds take turns, and the medians are compared. Ours does the whole work of a scan: token, code, unit state, passport,
 * lot, stars of the day, scan log with device hashes.
 */
async function measureScans(databaseUrl, seconds, rounds) {
  const token = randomBytes(32).toString('hex')
  const codeKey = randomBytes(32).toString('hex')
  await migrate(databaseUrl)
  const db = new pg.Pool({ connectionString: databaseUrl })
  const codeOf = await fillTrace(db, codeRing({ 0: codeKey }), PARTIES, BATCH_SIZE)
  await db.query('create table bench_unit (id int4 primary key, code text not null, body text not null)')
  await db.query(
    'insert into bench_unit select i, md5(i::text), repeat(md5(i::text), 4) from generate_series(1, 1000000) i',
  )
  await db.query('vacuum analyze bench_unit')
  await db.end()

  const bare = await startChild(script('./bare-server.mjs'), { DATABASE_URL: databaseUrl })
  const ours = await startChild(script('../dist/http/main.js'), {
    TRACE_DATABASE_URL: databaseUrl,
    TRACE_INTERNAL_TOKEN: token,
    CODE_KEY: codeKey,
    SCAN_PEPPER: randomBytes(32).toString('hex'),
    CREDENTIAL_KEYS: `bench-1:${randomBytes(32).toString('hex')}`,
    LOG_KEY: randomBytes(32).toString('hex'),
    LABEL_KEY: randomBytes(32).toString('hex'),
    SCRATCH_KEY: randomBytes(32).toString('hex'),
    LOG_CHECKPOINT_FILE: path.join(tmpdir(), `bench-log-${process.pid}`),
    STOREFRONT_URL: 'http://localhost:3000',
    PORT: '0',
  })
  try {
    const scans = () => scanRequest(codeOf(random(), random()), token, random())
    const lookUps = () => ({ path: `/unit/${1 + (random() % 1_000_000)}` })
    // Long enough for both to be compiled and to have their caches: a service runs for weeks.
    await run(bare.origin, lookUps, 4)
    await run(ours.origin, scans, 8)
    const figures = { ours: [], peer: [], p99: [] }
    for (let round = 0; round < rounds; round++) {
      figures.peer.push((await run(bare.origin, lookUps, seconds)).requests.average)
      const scan = await run(ours.origin, scans, seconds)
      figures.ours.push(scan.requests.average)
      figures.p99.push(scan.latency.p99)
    }
    const [oursRate, peerRate] = [median(figures.ours), median(figures.peer)]
    return {
      name: 'verify endpoint against bare node:http + pg look-up',
      ours: Math.round(oursRate),
      peer: Math.round(peerRate),
      ratio: round(oursRate / peerRate),
      bar: BAR,
      unit: 'requests/s',
      details: { connections: CONNECTIONS, rounds: figures },
    }
  } finally {
    await Promise.all([bare.stop(), ours.stop()])
  }
}

/** A scan as the storefront sends it: with the token, the client's address and agent, and the device cookie. */
function scanRequest(code, token, i) {
  return {
    path: `/verify/${code}`,
    headers: {
      authorization: `Bearer ${token}`,
      'x-client-ip': `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`,
      'x-client-agent':
        'Mozilla/5.0 (Linux; Android 14; SM-A156E) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
      'x-device': randomBytes(12).toString('base64url'),
    },
  }
}

async function run(origin, makeRequest, seconds) {
  // Made before the clock starts; new ones each round, so that every scan is the first of its unit, as most are.
  const lists = Array.from({ length: CONNECTIONS }, () => Array.from({ length: REQUESTS }, makeRequest))
  const result = await autocannon({
    url: origin,
    connections: CONNECTIONS,
    duration: seconds,
    setupClient: (client) => client.setRequests(lists.pop()),
  })
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${origin}: ${result.non2xx} answers were not 2xx, ${result.errors} errors`)
  }
  return result
}

async function admin(databaseUrl, text) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

function script(path) {
  return fileURLToPath(new URL(path, import.meta.url))
}

function random() {
  return randomBytes(4).readUInt32BE()
}

function round(value) {
  return Math.round(value * 1000) / 1000
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const url = process.env.BENCH_DATABASE_URL
  if (!url) throw new Error('BENCH_DATABASE_URL is missing: a PostgreSQL URL whose user may create databases')
  process.stdout.write(`${JSON.stringify(await benchVerify({ databaseUrl: url }), null, 2)}\n`)
}
