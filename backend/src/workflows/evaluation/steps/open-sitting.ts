import { evaluationStep } from './evaluation-step'

/** Opens a sitting: the members get their sheets. */
export const openSittingStep = evaluationStep(
  'open-sitting',
  async (service, input: { sittingId: string; version: number }) => ({
    output: input.sittingId,
    before: await service.openSitting(input),
  }),
)
