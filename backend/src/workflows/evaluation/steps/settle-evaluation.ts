import type { Rating } from '@sao-lang/traceability/verify/rating'
import type { ItemScoring } from '../../../evaluations/scoring'
import { settlementOf } from '../../../evaluations/settlement'
import type { Settled } from '../../../modules/evaluation/service'
import { rulesOn } from '../../../rules/rules-on'
import { evaluationStep } from './evaluation-step'

export interface SettleInput {
  evaluationId: string
  version: number
  /** Id of the official. */
  by: string
  level: 'province' | 'ministry'
  /** Day whose rules of competence hold: of the sitting. */
  day: string
}

/** Makes a result of a revealed mean, or sends it on. Out: how it ended. */
export const settleEvaluationStep = evaluationStep(
  'settle-evaluation',
  async (service, { level, day, ...input }: SettleInput, container) => {
    const { authority } = await rulesOn(container, day)
    const { settled, before } = await service.settle(input, (scoring) =>
      settlementOf(authority, level, scoring as ItemScoring<Rating> | null),
    )
    return { output: settled satisfies Settled, before }
  },
)
