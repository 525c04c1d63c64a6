import type { Pool } from 'pg'
import type { CodeRing } from '../identifiers/unit-codes.ts'
import { confirmScratch, type ScratchRing } from '../labels/scratch-codes.ts'
import { InputError } from '../storage/input-error.ts'
import type { DeviceHasher } from '../verdicts/asking-device.ts'
import { PROVINCES } from '../verdicts/provinces.ts'
import { callerOf } from './caller.ts'
import { jsonBody } from './json-body.ts'
import { limitCaller } from './public-routes.ts'
import { rateLimit } from './rate-limit.ts'
import { json } from './respond.ts'
import type { Route } from './router.ts'

export interface ScratchParts {
  /** It writes: the tries are counted. */
  pool: Pool
  rings: { codes: CodeRing; scratch: ScratchRing }
  devices: DeviceHasher
}

/**
 * `POST /scratch/{code}` with `{ scratch }`: confirms what stands under the scratch layer of a label. Only POST, so that no
 * preview and no scanner uses it up. A client has 20 tries, then one each minute: five wrong ones lock a unit for a day, and
 * nobody should lock a whole shelf.
 */
export function scratchRoutes({ pool, rings, devices }: ScratchParts): Route[] {
  const tries = rateLimit(20, 1 / 60)
  return [
    {
      method: 'POST',
      pattern: '/scratch/:code',
      async handle(request) {
        limitCaller(tries, request)
        const { scratch, ...others } = await jsonBody(request.incoming)
        const [unknown] = Object.keys(others)
        if (unknown !== undefined) throw new InputError(unknown, `${unknown}: is not known here; send scratch alone`)
        if (typeof scratch !== 'string') {
          throw new InputError('scratch', 'scratch: must be the text under the scratch layer')
        }
        const now = new Date()
        const caller = callerOf(request.incoming, request.trusted)
        const { hash } = devices.deviceOf({ cookie: caller.device, address: caller.address, agent: caller.agent }, now)
        const device = hash && new Uint8Array(hash)
        const input = { code: request.params.code ?? '', scratch, device, provinceCode: caller.provinceCode }
        const answer = await confirmScratch(pool, rings, input, now)
        const { provinceCode } = answer
        const provinceName = provinceCode === null ? null : (PROVINCES.get(provinceCode)?.name ?? null)
        return json(200, { ...answer, provinceName })
      },
    },
  ]
}
