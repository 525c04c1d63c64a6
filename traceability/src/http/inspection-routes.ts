import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Pool } from 'pg'
import { z } from 'zod'
import { refSchema } from '../identifiers/refs.ts'
import { type BundleParts, inspectionBundle } from '../inspection/bundle.ts'
import { unitHistory } from '../inspection/unit-history.ts'
import { parseInput } from '../storage/input-error.ts'
import { alertsOfProvinces } from '../storage/inspection-history.ts'
import type { Verifier } from '../verdicts/verifier.ts'
import { guarded } from './guarded.ts'
import { json, jsonBytes } from './respond.ts'
import type { Route } from './router.ts'

const bundleSchema = z.strictObject({
  since: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be the edition of a bundle')
    .nullable()
    .default(null),
})
const alertsSchema = z.strictObject({
  provinces: z
    .string()
    .regex(/^[0-9]{2}(,[0-9]{2}){0,33}$/, 'must be two digits each, with commas between')
    .transform((text) => text.split(',')),
  product: refSchema.nullable().default(null),
  level: z.enum(['watch', 'suspect']).nullable().default(null),
  state: z.enum(['open', 'closed', 'all']).default('open'),
})
const MOST_ALERTS = 100
/** On another thread: scans are answered meanwhile. */
const zip = promisify(gzip)

/** What inspectors ask, for the shop that has let them in and knows their provinces (docs/decisions/0019). */
export function inspectionRoutes({
  pool,
  verifier,
  ...made
}: BundleParts & { pool: Pool; verifier: Verifier }): Route[] {
  return [
    {
      method: 'GET',
      pattern: '/internal/inspection/bundles/:province',
      handle: guarded(async ({ params, query, incoming }) => {
        const { since } = parseInput(bundleSchema, Object.fromEntries(query))
        const bundle = await inspectionBundle(pool, made, params.province ?? '', since, new Date())
        const body = JSON.stringify(bundle)
        const zipped = /\bgzip\b/.test(String(incoming.headers['accept-encoding'] ?? ''))
        return jsonBytes(200, zipped ? await zip(body) : body, zipped ? { 'content-encoding': 'gzip' } : {})
      }),
    },
    {
      method: 'GET',
      pattern: '/internal/inspection/units/*code',
      handle: guarded(async ({ params }) =>
        json(200, await unitHistory(pool, verifier, params.code ?? '', new Date())),
      ),
    },
    {
      method: 'GET',
      pattern: '/internal/inspection/alerts',
      handle: guarded(async ({ query }) => {
        const { provinces, product, level, state } = parseInput(alertsSchema, Object.fromEntries(query))
        const open = state === 'all' ? null : state === 'open'
        const filter = { provinces, productRef: product, level, open, limit: MOST_ALERTS }
        return json(200, { alerts: await alertsOfProvinces(pool, filter) })
      }),
    },
  ]
}
