// Run it alone: BENCH_DATABASE_URL=postgres://… node bench/verify.mjs
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { codeRing, unitCodes } from '../dist/identifiers/unit-codes.js'
import { migrate } from '../dist/storage/migrate.js'
import { benchDatabaseUrl, withBenchDatabase } from './bench-database.mjs'
import { startChild } from './child-service.mjs'
import { fillTrace } from './sample-data.mjs'
import { load, median, random, round, scanRequest, scansWritten, startTrace } from './scan-load.mjs'

const PARTIES = 200
const BATCH_SIZE = 100_000
const BAR = 0.5
const CODES_BAR = 15_000

/**
 * Scan endpoint against a bare `node:http` + `pg` primary-key look-up on the same machine, and unit codes against their
 * bar. In: a PostgreSQL URL whose user may create databases; seconds a round; rounds each. Out: rows
 * `{ name, ours, peer, ratio, bar, unit, details? }`. The database it makes is dropped.
 */
export async function benchVerify({ databaseUrl, seconds = 5, rounds = 5 }) {
  return withBenchDatabase(databaseUrl, 'verify', async (url) => [
    await measureScans(url, seconds, rounds),
    measureCodes(),
  ])
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

  const bareServer = fileURLToPath(new URL('./bare-server.mjs', import.meta.url))
  const bare = await startChild(bareServer, { DATABASE_URL: databaseUrl })
  const ours = await startTrace(databaseUrl, { token, codeKey })
  try {
    const scans = () => scanRequest(codeOf(random(), random()), token)
    const lookUps = () => ({ path: `/unit/${1 + (random() % 1_000_000)}` })
    // Long enough for both to be compiled and to have their caches: a service runs for weeks.
    await load(bare.origin, lookUps, 4)
    await load(ours.origin, scans, 8)
    await scansWritten(ours.origin)
    const figures = { ours: [], peer: [], p99: [] }
    for (let round = 0; round < rounds; round++) {
      figures.peer.push((await load(bare.origin, lookUps, seconds)).requests.average)
      const scan = await load(ours.origin, scans, seconds)
      figures.ours.push(scan.requests.average)
      figures.p99.push(scan.latency.p99)
      await scansWritten(ours.origin)
    }
    const [oursRate, peerRate] = [median(figures.ours), median(figures.peer)]
    return {
      name: 'verify endpoint against bare node:http + pg look-up',
      ours: Math.round(oursRate),
      peer: Math.round(peerRate),
      ratio: round(oursRate / peerRate),
      bar: BAR,
      unit: 'requests/s',
      details: { rounds: figures },
    }
  } finally {
    await Promise.all([bare.stop(), ours.stop()])
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(await benchVerify({ databaseUrl: benchDatabaseUrl() }), null, 2))
}
