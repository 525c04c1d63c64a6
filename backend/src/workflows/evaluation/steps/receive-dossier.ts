import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { isUniqueViolation } from '../../../evaluations/refuse'
import { ApiError } from '../../../http/api-error'
import { EVALUATION_MODULE } from '../../../modules/evaluation'
import type { EvaluationDTO, EvaluationModuleService } from '../../../modules/evaluation/service'

export type NewEvaluation = Pick<
  EvaluationDTO,
  | 'dossier_id'
  | 'round_id'
  | 'level'
  | 'province_code'
  | 'commune_code'
  | 'kind'
  | 'product_id'
  | 'product_name'
  | 'producer_id'
  | 'producer_name'
  | 'rubric_version'
  | 'set_no'
  | 'variant'
  | 'received_on'
  | 'due_on'
  | 'forwarded_from'
  | 'sample'
>

/** Takes a dossier into a round; the undo takes it out. Of two officials at once one gets ApiError 409 `already_received`. Out: its id. */
export const receiveDossierStep = createStep(
  'receive-dossier',
  async (row: NewEvaluation, { container }) => {
    const service: EvaluationModuleService = container.resolve(EVALUATION_MODULE)
    const made = await service.createEvaluations(row).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new ApiError(409, 'already_received') : error
    })
    return new StepResponse(made.id, made.id)
  },
  async (id, { container }) => {
    if (!id) return
    const service: EvaluationModuleService = container.resolve(EVALUATION_MODULE)
    await service.deleteEvaluations(id)
  },
)
