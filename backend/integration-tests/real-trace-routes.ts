import { createServer } from 'node:http'
import { createIssuer, signingKeysSchema } from '@sao-lang/traceability/credentials/issuer'
import { inspectionRoutes } from '@sao-lang/traceability/http/inspection-routes'
import { internalRoutes } from '@sao-lang/traceability/http/internal-routes'
import { labelRoutes } from '@sao-lang/traceability/http/label-routes'
import { lotBookRoutes } from '@sao-lang/traceability/http/lot-book-routes'
import { lotRoutes } from '@sao-lang/traceability/http/lot-routes'
import { operatorRoutes } from '@sao-lang/traceability/http/operator-routes'
import { errorAnswer, HttpError, send } from '@sao-lang/traceability/http/respond'
import { createRouter } from '@sao-lang/traceability/http/router'
import { unitRoutes } from '@sao-lang/traceability/http/unit-routes'
import { codeRing } from '@sao-lang/traceability/identifiers/unit-codes'
import { createLabelSigner } from '@sao-lang/traceability/labels/label-signer'
import { scratchRing } from '@sao-lang/traceability/labels/scratch-codes'
import { createLogSigner } from '@sao-lang/traceability/log/signer'
import { migrate } from '@sao-lang/traceability/storage/migrate'
import { createVerifier } from '@sao-lang/traceability/verdicts/verifier'
import pg from 'pg'

/** The routes of the traceability service for producers and inspectors, over a database of their own. */
export interface RealTraceRoutes {
  pool: pg.Pool
  /** Listens where the shop looks for the service (`TRACE_URL`). */
  listen(): Promise<void>
  /** Stops listening: the service is away. */
  silence(): Promise<void>
  drop(): Promise<void>
}

/** Makes the database on the server of the integration suites and migrates it. */
export async function realTraceRoutes(): Promise<RealTraceRoutes> {
  const admin = process.env.DATABASE_URL ?? ''
  const name = `journal_test_${process.pid}_${Date.now()}`
  await onServer(admin, `create database ${name}`)
  const url = Object.assign(new URL(admin), { pathname: `/${name}` }).href
  await migrate(url)
  const pool = new pg.Pool({ connectionString: url, max: 4 })
  const ring = codeRing({ 0: 'ab'.repeat(32) })
  const verifier = createVerifier(pool, ring, 'none')
  const origin = 'http://127.0.0.1:3999'
  const issuer = createIssuer({
    origin,
    storefrontUrl: origin,
    signingKeys: signingKeysSchema.parse(`test:${'cd'.repeat(32)}`),
    retiredKeys: [],
  })
  const labelSigner = createLabelSigner({ 0: 'ef'.repeat(32) })
  const logSigner = createLogSigner('127.0.0.1/log', { 0: '12'.repeat(32) })
  const route = createRouter([
    ...internalRoutes(pool, ring, verifier, issuer),
    ...operatorRoutes({ pool, ring, verifier }),
    ...inspectionRoutes({ pool, verifier, ring, issuer, labelSigner, logSigner }),
    ...lotRoutes(pool),
    ...lotBookRoutes(pool),
    ...labelRoutes({ pool, keys: { ring, signer: labelSigner }, storefrontUrl: 'https://saolang.example' }),
    ...unitRoutes({ pool, codes: ring, scratch: scratchRing({ 0: 'ef'.repeat(32) }) }),
  ])
  const server = createServer((incoming, response) => {
    const { pathname, searchParams: query } = new URL(incoming.url ?? '/', 'http://trace')
    const match = route(incoming.method ?? 'GET', pathname)
    const requestId = String(incoming.headers['x-request-id'])
    const trusted = incoming.headers.authorization === `Bearer ${process.env.TRACE_INTERNAL_TOKEN}`
    const answer = async () => {
      if (match.kind !== 'found') throw new HttpError(404, 'not_found', 'There is nothing at this address')
      return match.route.handle({ incoming, requestId, trusted, params: match.params, query })
    }
    void answer()
      .catch((error: unknown) => errorAnswer(error, requestId))
      .then((done) => send(incoming, response, done, false))
  })
  return {
    pool,
    listen: () =>
      new Promise((resolve) => {
        server.listen(Number(new URL(process.env.TRACE_URL ?? '').port), '127.0.0.1', resolve)
      }),
    silence: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
    async drop() {
      server.closeAllConnections()
      server.close()
      await pool.end()
      await onServer(admin, `drop database if exists ${name} with (force)`)
    },
  }
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
