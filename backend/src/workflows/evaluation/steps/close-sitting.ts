import { evaluationStep } from './evaluation-step'

/** Ends a sitting on which nothing is open any more. */
export const closeSittingStep = evaluationStep(
  'close-sitting',
  async (service, input: { sittingId: string; version: number }) => ({
    output: input.sittingId,
    before: await service.closeSitting(input),
  }),
)
