// Run it alone, after a build: BENCH_DATABASE_URL=postgres://… node bench/epcis-store.mjs
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import http from 'node:http'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { eventHashId } from '../dist/events/epcis/event-hash.js'
import { STANDARD_NAMESPACES } from '../dist/events/epcis/json-ld-context.js'
import { registerParty } from '../dist/identifiers/parties.js'
import { keepToken } from '../dist/storage/api-tokens.js'
import { inTransaction } from '../dist/storage/database.js'
import { hashOf, insertEvents } from '../dist/storage/events.js'
import { migrate } from '../dist/storage/migrate.js'
import { benchDatabaseUrl, withBenchDatabase } from './bench-database.mjs'
import { documentOf, EVENTS_PER_DOCUMENT, eventOf } from './epcis-events.mjs'
import { median, round, startTrace } from './scan-load.mjs'

const CAPTURE_BAR = 3_000
const QUERY_BAR_MS = 5
const FILLED_AT_ONCE = 2_000
const SENDERS = 2
const ASKER = fileURLToPath(new URL('./ask-by-epc.mjs', import.meta.url))

/**
 * EPCIS capture and query through HTTP, the service as its own process. Capture: documents of 500 events with three
 * identifiers each, read, checked, hashed and stored. Query: by EPC, of events spread over `events` of them.
 * In: a PostgreSQL URL whose user may create databases; events to fill with; documents to capture; queries a round. Out: rows
 * `{ name, ours, peer, ratio, bar, unit, details? }`; the peer of a figure is its bar. The database it makes is dropped.
 */
export async function benchEpcisStore({ databaseUrl, events = 1_000_000, documents = 120, queries = 2_000 }) {
  return withBenchDatabase(databaseUrl, 'epcis', (url) => measure(url, { events, documents, queries }))
}

async function measure(databaseUrl, { events, documents, queries }) {
  await migrate(databaseUrl)
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 })
  const secret = () => randomBytes(32).toString('hex')
  const service = await startTrace(databaseUrl, { token: secret(), codeKey: secret() })
  const agent = new http.Agent({ keepAlive: true, maxSockets: SENDERS })
  try {
    const token = randomBytes(24).toString('base64url')
    const { partyNo } = await registerParty(pool, 'partner')
    await keepToken(pool, token, {
      partyNo,
      label: 'bench',
      mayCapture: true,
      mayQuery: true,
      reads: [],
      expiresAt: null,
    })
    const ask = (method, path, body) => call(agent, service.origin, token, method, path, body)
    const cpu = () => processorTime(service.pid)

    const captured = await measureCapture(pool, ask, cpu, documents)
    const fill = await fillEvents(pool, partyNo, captured.stored, events)
    await untilLogged(pool)
    const query = await measureQueries(service, token, captured.stored, events, queries)
    const again = await measureCapture(pool, ask, cpu, documents, events)
    return [
      captureRow('an empty store', captured),
      captureRow(`${events} events stored`, again),
      {
        name: `EPCIS query by EPC, p99 at ${events} events, against the bar`,
        ours: query.p99,
        peer: QUERY_BAR_MS,
        ratio: round(QUERY_BAR_MS / query.p99),
        bar: 1,
        unit: 'ms',
        details: {
          p50: query.p50,
          serviceProcessorMs: query.serviceMs,
          queriesARound: queries,
          rounds: query.rounds,
          filledInSeconds: fill.seconds,
          filledPerSecond: fill.rate,
        },
      },
    ]
  } finally {
    agent.destroy()
    await service.stop()
    await pool.end()
  }
}

function captureRow(store, { rate, details }) {
  return {
    name: `EPCIS capture through HTTP, ${store}, against the bar`,
    ours: rate,
    peer: CAPTURE_BAR,
    ratio: round(rate / CAPTURE_BAR),
    bar: 1,
    unit: 'events/s',
    details,
  }
}

async function measureCapture(pool, ask, cpu, documents, from = 0) {
  const count = async () => Number((await pool.query('select count(*) as n from trace.event_key')).rows[0].n)
  const serial = (i) => from + i * EVENTS_PER_DOCUMENT
  const bodies = Array.from({ length: documents + SENDERS }, (_, i) => documentOf(serial(i), `${from}c`))
  for (const body of bodies.splice(-SENDERS)) await expectStatus(ask('POST', '/epcis/capture', body), 202)
  const before = await count()
  const milliseconds = []
  const processor = cpu()
  const started = performance.now()
  await Promise.all(
    Array.from({ length: SENDERS }, async () => {
      for (let body = bodies.pop(); body !== undefined; body = bodies.pop()) {
        const sent = performance.now()
        await expectStatus(ask('POST', '/epcis/capture', body), 202)
        milliseconds.push(performance.now() - sent)
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  const used = cpu() - processor
  const after = await count()
  if (after - before !== documents * EVENTS_PER_DOCUMENT) throw new Error('not every event was stored')
  const sorted = milliseconds.sort((a, b) => a - b)
  return {
    stored: after,
    rate: Math.round((after - before) / seconds),
    details: {
      documents,
      eventsPerDocument: EVENTS_PER_DOCUMENT,
      perSecondOfServiceProcessor: Math.round((after - before) / used),
      documentMs: { p50: at(sorted, 0.5), p99: at(sorted, 0.99) },
    },
  }
}

/** Stores events as a capture does, but for reading and checking, up to `total`. */
async function fillEvents(pool, partyNo, stored, total) {
  const started = performance.now()
  for (let i = stored; i < total; i += FILLED_AT_ONCE) {
    const made = Array.from({ length: Math.min(FILLED_AT_ONCE, total - i) }, (_, k) => {
      const event = eventOf(i + k, 'f')
      const eventId = eventHashId(event, STANDARD_NAMESPACES)
      return { hash: hashOf(eventId), eventId, event, context: null }
    })
    await inTransaction(pool, (client) => insertEvents(client, partyNo, made))
  }
  const seconds = (performance.now() - started) / 1000
  await pool.query('vacuum analyze trace.event_key')
  await pool.query('vacuum analyze trace.event')
  await pool.query('vacuum analyze trace.event_epc')
  return { seconds: Math.round(seconds), rate: Math.round((total - stored) / seconds) }
}

/** Waits until every event has its place in the transparency log: that is work of writing, not of asking. */
async function untilLogged(pool) {
  for (;;) {
    const { rows } = await pool.query('select exists (select from trace.log_leaf where leaf_index is null) as waiting')
    if (!rows[0].waiting) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** Asks from a process of its own, whose memory holds nothing else. Out: medians of the rounds, which a neighbour may spoil. */
async function measureQueries(service, token, first, events, queries) {
  const processor = processorTime(service.pid)
  const asked = { origin: service.origin, token, first, events, queries }
  const { stdout } = await promisify(execFile)(process.execPath, [ASKER, JSON.stringify(asked)])
  const { rounds, asks } = JSON.parse(stdout)
  const serviceMs = Math.round(((processorTime(service.pid) - processor) / asks) * 1e5) / 100
  return { p50: median(rounds.map(({ p50 }) => p50)), p99: median(rounds.map(({ p99 }) => p99)), rounds, serviceMs }
}

function call(agent, origin, token, method, path, body) {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) }
    const request = http.request(`${origin}${path}`, { method, agent, headers }, (response) => {
      const chunks = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode, body: Buffer.concat(chunks).toString() }))
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(body)
  })
}

async function expectStatus(asked, status) {
  const told = await asked
  if (told.status !== status) throw new Error(`answered ${told.status}: ${told.body.slice(0, 500)}`)
}

/** Seconds of processor time that a process has used; not a number where the system does not tell. */
function processorTime(pid) {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return Number.NaN
  // Fields behind the name, which may hold anything; user and system time in hundredths of a second.
  const fields = readFileSync(file, 'utf8').split(') ').at(-1).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

function at(sorted, share) {
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 100) / 100
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const events = Number(process.env.EVENTS ?? 1_000_000)
  console.log(JSON.stringify(await benchEpcisStore({ databaseUrl: benchDatabaseUrl(), events }), null, 2))
}
