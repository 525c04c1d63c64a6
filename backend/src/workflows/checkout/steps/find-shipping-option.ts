import { MedusaError } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { graph } from '../../../container/graph'
import { SHOP_NAMES } from '../../shop/steps/find-shop'

/** The flat delivery of the shop. Out: its id. Throws UNEXPECTED_STATE before the shop is set up. */
export const findShippingOptionStep = createStep(
  'find-shipping-option',
  async (_: Record<string, never>, { container }) => {
    const [option] = await graph<{ id: string }>(container, {
      entity: 'shipping_option',
      fields: ['id'],
      filters: { name: SHOP_NAMES.shippingOption },
    })
    if (!option) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, 'The shop has no delivery option yet.')
    return new StepResponse(option.id)
  },
)
