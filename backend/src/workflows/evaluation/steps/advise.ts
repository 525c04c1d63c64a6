import type { AdviceContent } from '../../../modules/evaluation/service'
import { evaluationStep } from './evaluation-step'

export interface AdviseInput {
  evaluationId: string
  version: number
  content: AdviceContent
  handIn: boolean
}

/** Keeps what the advisory group found; with `handIn` it is finished. */
export const adviseStep = evaluationStep('advise', async (service, input: AdviseInput) => ({
  output: input.evaluationId,
  before: await service.advise(input),
}))
