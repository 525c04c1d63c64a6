import { MedusaError } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { drawDisplayNo, type PlacementDraft } from '../../../checkout/draft-placement'
import { beginGroup } from '../../../checkout/settle-placement'
import { takeBackGroup } from '../../../checkout/take-back'
import { ApiError } from '../../../http/api-error'
import { ORDER_GROUP_MODULE } from '../../../modules/order-group'
import type { OrderGroupModuleService } from '../../../modules/order-group/service'
import { inTransaction } from '../../../money/in-transaction'

const DRAWS = 20

/**
 * Writes the group, `placing`, before anything else: from now on the cart is this group's or nobody's. Undone with Medusa's orders, if
 * they came to be. Throws ApiError 503 `busy` when the cart has another group.
 */
export const beginGroupStep = createStep(
  'begin-group',
  async (draft: PlacementDraft, { container }) => {
    const groups: OrderGroupModuleService = container.resolve(ORDER_GROUP_MODULE)
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const displayNo = draw === 0 ? draft.displayNo : drawDisplayNo(draft.day)
      const made = await inTransaction(container, (sql) => beginGroup(sql, { ...draft, displayNo }))
      if (made) return new StepResponse(displayNo, draft.groupId)
      const [other] = await groups.listOrderGroups({ cart_id: draft.cartId })
      if (other) throw new ApiError(503, 'busy')
    }
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, 'No free number was drawn for an order group.')
  },
  async (groupId, { container }) => {
    if (groupId) await takeBackGroup(container, groupId)
  },
)
