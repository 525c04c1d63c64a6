import { generateEntityId } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { isUnderWay } from '../../../centres/fairs/fair-rules'
import { lockFair } from '../../../centres/fairs/lock-fair'
import { ApiError } from '../../../http/api-error'
import { inTransaction } from '../../../money/in-transaction'
import { recordAuditIn } from '../../../officials/record-audit'
import type { AddBoothInput } from '../workflows/add-booth'

/**
 * Ties the shop to its fair, with the status that the fair has by now. The last step: it is kept as a whole or not at all. Out: the
 * booth's id. Throws ApiError 409 `fair_state`, `fair_booth_name`.
 */
export const keepBoothStep = createStep(
  'keep-booth',
  async ({ centreId, fairId, shopId, name, actor, place }: AddBoothInput & { shopId: string }, { container }) => {
    const id = await inTransaction(container, async (sql) => {
      const fair = await lockFair(sql, centreId, fairId)
      if (!isUnderWay(fair.state)) throw new ApiError(409, 'fair_state')
      const boothId = generateEntityId(undefined, 'fbooth')
      const made = await sql.query(
        `INSERT INTO fair_booth (id, centre_id, fair_id, shop_id, name) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (fair_id, lower(name)) DO NOTHING RETURNING id`,
        [boothId, centreId, fairId, shopId, name],
      )
      if (made.length === 0) throw new ApiError(409, 'fair_booth_name', { field: 'name' })
      await sql.query('UPDATE shop SET status = ? WHERE id = ?', [
        fair.state === 'open' ? 'operating' : 'planned',
        shopId,
      ])
      await recordAuditIn(sql, {
        ...{ actor, verb: 'centre:add_booth', subject: { type: 'centre_fair', id: fairId }, place },
        details: { name },
      })
      return boothId
    })
    return new StepResponse(id)
  },
)
