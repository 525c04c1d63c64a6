import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { isUnderWay } from '../../../centres/fairs/fair-rules'
import { lockFair } from '../../../centres/fairs/lock-fair'
import { boothAddress } from '../../../centres/fairs/save-fair'
import { ApiError } from '../../../http/api-error'
import { inTransaction } from '../../../money/in-transaction'
import type { AddBoothInput } from '../workflows/add-booth'
import type { ShopDetails } from '../workflows/save-shop'

/** What a booth is as a shop. Throws ApiError 404, 409 `fair_state`, and `fair_booth_name` before anything is made. */
export const findFairStep = createStep(
  'find-fair',
  async ({ centreId, fairId, name, sample }: AddBoothInput, { container }) => {
    const fair = await inTransaction(container, async (sql) => {
      const [twin] = await sql.query('SELECT 1 FROM fair_booth WHERE fair_id = ? AND lower(name) = lower(?)', [
        fairId,
        name,
      ])
      const found = await lockFair(sql, centreId, fairId)
      if (twin) throw new ApiError(409, 'fair_booth_name', { field: 'name' })
      return found
    })
    if (!isUnderWay(fair.state)) throw new ApiError(409, 'fair_state')
    const details: ShopDetails = {
      name: `${name}, ${fair.name}`,
      kind: 'fair_booth',
      status: fair.state === 'open' ? 'operating' : 'planned',
      provinceCode: fair.province_code,
      communeCode: null,
      address: boothAddress(fair),
      ...{
        phone: null,
        openingHours: null,
        latitude: null,
        longitude: null,
        pickUp: false,
        signNote: null,
        note: null,
      },
      ...(sample ? { sample: ['name', 'address'] } : {}),
    }
    return new StepResponse(details)
  },
)
