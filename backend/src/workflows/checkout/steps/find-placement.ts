import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { findPlacement } from '../../../checkout/find-placement'

/** The order a cart became already; null when it is still a cart. */
export const findPlacementStep = createStep(
  'find-placement',
  async (cartId: string, { container }) => new StepResponse(await findPlacement(container, cartId)),
)
