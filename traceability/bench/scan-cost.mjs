// Run it alone, after a build: BENCH_DATABASE_URL=postgres://… node bench/scan-cost.mjs
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { codeRing } from '../dist/identifiers/unit-codes.js'
import { migrate } from '../dist/storage/migrate.js'
import { benchDatabaseUrl, withBenchDatabase } from './bench-database.mjs'
import { fillTrace } from './sample-data.mjs'
import { askEachOnce, median, random, round, scanRequest, scansWritten, startTrace } from './scan-load.mjs'

const PARTIES = 200
const FEW = 10_000
const MANY = 10_000_000
/** Scans a turn: short, so that what else the machine does meets both alike. */
const SCANS = 1_600
/** Turns after which the few are put back; no unit is scanned twice in them. */
const TURNS = 6
/** Rounds of so many turns until both are compiled and have their caches. */
const WARM_UP = 3
/** Flat: no more than a tenth of the rate lost while units grow a thousandfold. */
const BAR = 0.9

/**
 * What a scan costs when a thousand times as many units were printed and each was scanned once before: two databases, two
 * services, turn by turn. Every scan is the second of its unit in both: the few are put back after each round, else they
 * would soon be units with many checks, which are judged for signs of copying, and their service would do that in the other's
 * turns. In: a PostgreSQL URL whose user may create databases; rounds. Out: a row
 * `{ name, ours, peer, ratio, bar, unit, details }` with the rate over all turns. The databases it makes are dropped.
 */
export async function benchScanCost({ databaseUrl, rounds = 12 }) {
  return withBenchDatabase(databaseUrl, 'few', (few) =>
    withBenchDatabase(databaseUrl, 'many', async (many) => {
      const shops = [await openShop(few, FEW), await openShop(many, MANY)]
      const times = shops.map(() => [])
      try {
        for (let i = 0; i < WARM_UP + rounds; i++) {
          const scans = shops.map((shop) => shop.scans())
          for (let turn = 0; turn < TURNS; turn++) {
            for (const [at, { origin }] of shops.entries()) {
              const took = await askEachOnce(origin, scans[at].slice(turn * SCANS, (turn + 1) * SCANS))
              await scansWritten(origin)
              if (i >= WARM_UP) times[at].push(took)
            }
          }
          await putBack(few)
        }
        const rateOf = (all) => Math.round((all.length * SCANS * 1000) / all.reduce((sum, took) => sum + took))
        const [peer, ours] = times.map(rateOf)
        return {
          name: 'scans at 10,000,000 units scanned before, against 10,000',
          ours,
          peer,
          ratio: round(ours / peer),
          bar: BAR,
          unit: 'requests/s',
          details: { medianOfTurns: round(median(times[0].map((took, i) => took / times[1][i]))), milliseconds: times },
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
  const scans = () =>
    differentUnits(units, TURNS * SCANS).map((unit) => scanRequest(codeOf(unit, Math.floor(unit / PARTIES)), token))
  return { origin, stop, scans }
}

/** `count` different numbers below `units`, each as likely as any other. */
function differentUnits(units, count) {
  const chosen = new Set()
  while (chosen.size < count) chosen.add(random() % units)
  return [...chosen]
}

async function putBack(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('delete from trace.scan')
  await client.query('update trace.unit set checks = 1 where checks > 1')
  await client.query('vacuum trace.unit, trace.scan')
  await client.end()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(await benchScanCost({ databaseUrl: benchDatabaseUrl() }), null, 2))
}
