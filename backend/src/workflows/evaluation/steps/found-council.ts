import { isUniqueViolation } from '../../../evaluations/refuse'
import { ApiError } from '../../../http/api-error'
import type { NewCouncil } from '../../../modules/evaluation/service'
import { evaluationStep } from './evaluation-step'

/** Makes a council with its members. Throws ApiError 409 `council_exists` for a decision number used twice. Out: its id. */
export const foundCouncilStep = evaluationStep('found-council', async (service, council: NewCouncil) => {
  const { id, before } = await service.foundCouncil(council).catch((error: unknown) => {
    throw isUniqueViolation(error) ? new ApiError(409, 'council_exists', { field: 'number' }) : error
  })
  return { output: id, before }
})
