import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { isUniqueViolation } from '../../../evaluations/refuse'
import { ApiError } from '../../../http/api-error'
import { EVALUATION_MODULE } from '../../../modules/evaluation'
import type { EvaluationModuleService, EvaluationRoundDTO } from '../../../modules/evaluation/service'

export type NewRound = Pick<
  EvaluationRoundDTO,
  'level' | 'province_code' | 'year' | 'no' | 'sends_until' | 'meets_by' | 'created_by' | 'sample'
>

/** Makes a round; the undo takes it away. Throws ApiError 409 `round_exists`. Out: its id. */
export const openRoundStep = createStep(
  'open-evaluation-round',
  async (row: NewRound, { container }) => {
    const service: EvaluationModuleService = container.resolve(EVALUATION_MODULE)
    const made = await service.createEvaluationRounds(row).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new ApiError(409, 'round_exists', { field: 'no' }) : error
    })
    return new StepResponse(made.id, made.id)
  },
  async (id, { container }) => {
    if (!id) return
    const service: EvaluationModuleService = container.resolve(EVALUATION_MODULE)
    await service.deleteEvaluationRounds(id)
  },
)
