import { evaluationStep } from './evaluation-step'

/** Ends an evaluation without a result. */
export const closeEvaluationStep = evaluationStep(
  'close-evaluation',
  async (service, input: { evaluationId: string; version: number; reason: string; by: string }) => ({
    output: input.evaluationId,
    before: await service.closeEvaluation(input),
  }),
)
