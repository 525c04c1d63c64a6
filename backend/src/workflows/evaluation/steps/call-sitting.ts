import type { NewSitting } from '../../../modules/evaluation/service'
import { evaluationStep } from './evaluation-step'

export interface CallSittingInput {
  row: NewSitting
  agenda: { evaluationId: string; version: number }[]
}

/** Makes a sitting with its agenda. Out: its id. */
export const callSittingStep = evaluationStep('call-sitting', async (service, { row, agenda }: CallSittingInput) => {
  const { id, before } = await service.callSitting(row, agenda)
  return { output: id, before }
})
