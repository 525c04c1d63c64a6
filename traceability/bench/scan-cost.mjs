// Run it alone, after a build: BENCH_DATABASE_URL=postgres://… node bench/scan-cost.mjs
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { codeRing } from '../dist/identifiers/unit-codes.js'
import { migrate } from '../dist/storage/migrate.js'
import { benchDatabaseUrl, withBenchDatabase } from './bench-database.mjs'
import { fillTrace } from './sample-data.mjs'
import { load, median, random, round, scanRequest, startTrace } from './scan-load.mjs'

const PARTIES = 200
const FEW = 10_000
const MANY = 10_000_000
/** Flat: no more than a tenth of the rate lost while units grow a thousandfold. */
const BAR = 0.9

/**
 * What a scan costs when a thousand times as many units were printed and each was scanned once before: two databases, two
 * services, rounds in turns, medians compared. In: a PostgreSQL URL whose user may create databases; seconds a round;
 * rounds each. Out: a row `{ name, ours, peer, ratio, bar, unit, details }`. The databases it makes are dropped.
 */
export async function benchScanCost({ databaseUrl, seconds = 5, rounds = 5 }) {
  return withBenchDatabase(databaseUrl, 'few', (few) =>
    withBenchDatabase(databaseUrl, 'many', async (many) => {
      const shops = [await openShop(few, FEW), await openShop(many, MANY)]
      try {
        for (const shop of shops) await load(shop.origin, shop.scan, 8)
        const rates = shops.map(() => [])
        for (let i = 0; i < rounds; i++)
          for (const [at, shop] of shops.entries())
            rates[at].push((await load(shop.origin, shop.scan, seconds)).requests.average)
        const [peer, ours] = rates.map(median)
        return {
          name: 'scans at 10,000,000 units scanned before, against 10,000',
          ours: Math.round(ours),
          peer: Math.round(peer),
          ratio: round(ours / peer),
          bar: BAR,
          unit: 'requests/s',
          details: { rates },
        }
      } finally {
        await Promise.all(shops.map((shop) => shop.stop()))
      }
    }),
  )
}

async function openShop(databaseUrl, units) {
  const token = randomBytes(32).toString('hex')
  const codeKey = randomBytes(32).toString('hex')
  await migrate(databaseUrl)
  const db = new pg.Pool({ connectionString: databaseUrl })
  const codeOf = await fillTrace(db, codeRing({ 0: codeKey }), PARTIES, units / PARTIES)
  await db.query(
    `insert into trace.unit (party_no, batch_no, unit_ix, status, checks, first_checked_at, last_checked_at)
     select party_no, batch_no, unit_ix, 'issued', 1, now(), now()
       from trace.label_batch, generate_series(0, size - 1) as unit_ix`,
  )
  await db.query('vacuum analyze')
  await db.end()
  const { origin, stop } = await startTrace(databaseUrl, { token, codeKey })
  return { origin, stop, scan: () => scanRequest(codeOf(random(), random()), token) }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(await benchScanCost({ databaseUrl: benchDatabaseUrl() }), null, 2))
}
