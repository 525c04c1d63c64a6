import type { Pool } from 'pg'
import { z } from 'zod'
import { type CodeRing, unitCode } from '../identifiers/unit-codes.ts'
import { ALERT_STATES, type BatchAlert, pageOfAlerts } from '../storage/alert-list.ts'
import { parseInput } from '../storage/input-error.ts'
import { type ProductName, productNames } from '../storage/product-names.ts'
import { PROVINCES } from '../verdicts/provinces.ts'
import { settleCloneAlert, settlementSchema } from '../verdicts/settle-alert.ts'
import type { Verifier } from '../verdicts/verifier.ts'
import { guarded } from './guarded.ts'
import { jsonBody } from './json-body.ts'
import { HttpError, json } from './respond.ts'
import type { Route } from './router.ts'

const MOST_CODES = 200
const alertsSchema = z.strictObject({
  state: z.enum(ALERT_STATES).default('new'),
  level: z.enum(['watch', 'suspect']).nullable().default(null),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
const codesSchema = z.strictObject({
  codes: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.string().min(1).max(64)).max(MOST_CODES)),
})

/** An alert as the operator reads it. `code` is null for one about a whole batch. */
export interface ListedAlert extends Omit<BatchAlert, 'batch'> {
  code: string | null
  areas: (BatchAlert['areas'][number] & { provinceName: string | null })[]
}

/** The goods a code is on. */
export interface GoodsOfCode {
  code: string
  batchNo: number
  product: ProductName | null
}

/** What the operator's dashboard asks, for the shop that has let its user in. */
export function operatorRoutes({
  pool,
  ring,
  verifier,
}: {
  pool: Pool
  ring: CodeRing
  verifier: Pick<Verifier, 'findIssued'>
}): Route[] {
  function listed({ batch, ...alert }: BatchAlert): ListedAlert {
    const { batchNo, index } = alert
    return {
      ...alert,
      code: index === null ? null : unitCode(ring, { batchNo, ...batch }, index),
      areas: alert.areas.map((area) => ({
        ...area,
        provinceName: area.provinceCode === null ? null : (PROVINCES.get(area.provinceCode)?.name ?? null),
      })),
    }
  }

  return [
    {
      method: 'GET',
      pattern: '/internal/clone-alerts',
      handle: guarded(async ({ query }) => {
        const { alerts, count } = await pageOfAlerts(pool, parseInput(alertsSchema, Object.fromEntries(query)))
        return json(200, { alerts: alerts.map(listed), count })
      }),
    },
    {
      method: 'POST',
      pattern: '/internal/clone-alerts/:alert',
      handle: guarded(async ({ incoming, params }) => {
        const settlement = parseInput(settlementSchema, await jsonBody(incoming))
        const alertNo = z.uuid().safeParse(params.alert)
        const settled = alertNo.success ? await settleCloneAlert(pool, alertNo.data, settlement) : null
        if (settled === null) throw new HttpError(404, 'alert_unknown', 'The party has no such alert')
        return json(200, { alert: listed(settled) })
      }),
    },
    {
      method: 'GET',
      pattern: '/internal/goods',
      handle: guarded(async ({ query }) => {
        const { codes } = parseInput(codesSchema, Object.fromEntries(query))
        const found = await Promise.all([...new Set(codes)].map((code) => verifier.findIssued(code)))
        const issued = found.filter((each) => each !== null)
        const names = await productNames(
          pool,
          issued.map(({ batch }) => batch),
        )
        const goods: GoodsOfCode[] = issued.map(({ code, batch }, i) => ({
          code,
          batchNo: batch.batchNo,
          product: names[i] ?? null,
        }))
        return json(200, { goods })
      }),
    },
  ]
}
