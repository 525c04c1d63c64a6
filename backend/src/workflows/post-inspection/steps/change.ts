import type { MedusaContainer } from '@medusajs/framework/types'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { POST_INSPECTION_MODULE } from '../../../modules/post-inspection'
import type { Change, PostInspectionModuleService } from '../../../modules/post-inspection/service'

/**
 * A step that makes one change of the module, in one transaction; its undo takes that change back. Out: the id that the change
 * names. Throws what the change throws.
 */
export function changeStep<Input>(
  name: string,
  change: (service: PostInspectionModuleService, input: Input) => Promise<Change>,
) {
  return createStep(
    name,
    async (input: Input, { container }) => {
      const { id, undo } = await change(serviceOf(container), input)
      return new StepResponse(id, undo)
    },
    async (undo, { container }) => {
      if (undo) await serviceOf(container).takeBack(undo)
    },
  )
}

function serviceOf(container: MedusaContainer): PostInspectionModuleService {
  return container.resolve(POST_INSPECTION_MODULE)
}
