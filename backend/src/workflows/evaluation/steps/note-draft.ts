import { evaluationStep } from './evaluation-step'

/** Notes which draft decision holds results. Of two officials at once one gets ApiError 409. */
export const noteDraftStep = evaluationStep(
  'note-draft',
  async (service, input: { evaluationIds: string[]; decisionId: string; dropped: string[] }) => ({
    output: input.decisionId,
    before: await service.noteDraft(input),
  }),
)
