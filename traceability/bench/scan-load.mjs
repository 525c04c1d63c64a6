import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { startChild } from './child-service.mjs'

const CONNECTIONS = 32
/** Requests each connection goes through, its own ones; enough that few units are scanned twice in a round. */
const REQUESTS = 1_000

/** Starts the traceability service on a migrated database, as its own process. Out as `startChild`. */
export function startTrace(databaseUrl, { token, codeKey }) {
  const secret = () => randomBytes(32).toString('hex')
  return startChild(fileURLToPath(new URL('../dist/http/main.js', import.meta.url)), {
    TRACE_DATABASE_URL: databaseUrl,
    TRACE_INTERNAL_TOKEN: token,
    CODE_KEY: codeKey,
    SCAN_PEPPER: secret(),
    CREDENTIAL_KEYS: `bench-1:${secret()}`,
    LOG_KEY: secret(),
    LABEL_KEY: secret(),
    SCRATCH_KEY: secret(),
    LOG_CHECKPOINT_FILE: path.join(tmpdir(), `bench-log-${process.pid}-${randomBytes(4).toString('hex')}`),
    STOREFRONT_URL: 'http://localhost:3000',
    PORT: '0',
  })
}

/** A scan as the storefront sends it: with the token, the client's address and agent, and the device cookie. */
export function scanRequest(code, token) {
  const i = random()
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

/**
 * Asks for `seconds` over 32 connections what `makeRequest` makes. Out: what autocannon measured. Throws when an answer
 * is not 2xx.
 */
export async function load(origin, makeRequest, seconds) {
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

/**
 * Asks for each of the requests once, over 32 connections. In: their number is a multiple of 32. Out: milliseconds until
 * the last answer. Throws when an answer is not 2xx.
 */
export async function askEachOnce(origin, requests) {
  const share = requests.length / CONNECTIONS
  const lists = Array.from({ length: CONNECTIONS }, (_, i) => requests.slice(i * share, (i + 1) * share))
  let last = 0
  const result = await autocannon({
    url: origin,
    connections: CONNECTIONS,
    amount: requests.length,
    setupClient: (client) => {
      client.setRequests(lists.pop())
      // The run itself ends with a full second.
      client.on('response', () => {
        last = Date.now()
      })
    },
  })
  if (result['2xx'] !== requests.length || result.errors > 0) {
    throw new Error(`${origin}: ${result['2xx']} of ${requests.length} answers were 2xx, ${result.errors} errors`)
  }
  return last - result.start.getTime()
}

/** Waits until the service has written all scans it answered: they must not be written in somebody else's round. */
export async function scansWritten(origin) {
  for (;;) {
    const { scanLog } = await (await fetch(`${origin}/health`)).json()
    if (scanLog.dropped > 0) throw new Error(`${origin} dropped ${scanLog.dropped} scans`)
    if (scanLog.waiting === 0) return
    await sleep(50)
  }
}

export function random() {
  return randomBytes(4).readUInt32BE()
}

export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
}

export function round(value) {
  return Math.round(value * 1000) / 1000
}
