import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { AtCentre } from '../../../centres/at-centre'
import { findFairStep } from '../steps/find-fair'
import { keepBoothStep } from '../steps/keep-booth'
import { type SaveShopInput, saveShopWorkflow } from './save-shop'

export type AddBoothInput = Pick<AtCentre, 'centreId' | 'actor' | 'place'> & {
  fairId: string
  /** As it stands at the fair: `Gian A12`. */
  name: string
  sample: boolean
}

/**
 * Gives a fair that is planned or open a booth: a shop with a stock location and a counter of its own, at the fair's address.
 * Throws ApiError 404, 409 `fair_state`, `fair_booth_name`. Out: the booth's id.
 */
export const addBoothWorkflow = createWorkflow('add-fair-booth', (input: AddBoothInput) => {
  const details = findFairStep(input)
  const shopId = saveShopWorkflow.runAsStep({
    input: transform(
      { input, details },
      ({ input: { centreId, actor }, details: found }): SaveShopInput => ({
        shopId: null,
        centreId,
        details: found,
        by: actor,
      }),
    ),
  })
  return new WorkflowResponse(
    keepBoothStep(transform({ input, shopId }, (given) => ({ ...given.input, shopId: given.shopId }))),
  )
})
