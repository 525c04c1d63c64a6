import type { MedusaContainer } from '@medusajs/framework/types'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { refusing } from '../../../evaluations/refuse'
import { EVALUATION_MODULE } from '../../../modules/evaluation'
import type { Before, EvaluationModuleService } from '../../../modules/evaluation/service'

/**
 * A step that is one transaction of the evaluation module; its undo puts the rows back. In: its name, and what it does with the module.
 * What the rules refuse is thrown as ApiError.
 */
export function evaluationStep<Input, Output>(
  name: string,
  run: (
    service: EvaluationModuleService,
    input: Input,
    container: MedusaContainer,
  ) => Promise<{ output: Output; before: Before[] }>,
) {
  return createStep(
    name,
    async (input: Input, { container }) => {
      const service: EvaluationModuleService = container.resolve(EVALUATION_MODULE)
      const { output, before } = await refusing(() => run(service, input, container))
      return new StepResponse(output, before)
    },
    async (before, { container }) => {
      if (!before?.length) return
      const service: EvaluationModuleService = container.resolve(EVALUATION_MODULE)
      await service.restore(before)
    },
  )
}
