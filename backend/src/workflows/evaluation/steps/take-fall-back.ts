import { ScoringRefusal } from '../../../evaluations/scoring'
import { fallBackOf } from '../../../evaluations/settlement'
import { rulesOn } from '../../../rules/rules-on'
import { evaluationStep } from './evaluation-step'

export interface FallBackInput {
  evaluationId: string
  version: number
  by: string
  grant: boolean
  /** Day whose rules of competence hold. */
  day: string
}

/** The province grants what the ministry found, or does not. Throws ApiError 409 while nothing has fallen back. Out: how it ended. */
export const takeFallBackStep = evaluationStep(
  'take-fall-back',
  async (service, { grant, day, ...input }: FallBackInput, container) => {
    const { authority } = await rulesOn(container, day)
    const [above] = await service.listEvaluations(
      { forwarded_from: input.evaluationId },
      { take: 1, order: { created_at: 'DESC' } },
    )
    const back = fallBackOf(authority, above ?? null)
    const { settled, before } = await service.settle(input, () => {
      if (above?.state !== 'closed') throw new ScoringRefusal('state_conflict')
      if (!grant) return { act: 'close', points: above.points, stars: above.stars, outcome: 'fall_back_declined' }
      if (back === null) throw new ScoringRefusal('state_conflict')
      return { act: 'fall_back', ...back, outcome: 'fall_back_granted' }
    })
    return { output: settled, before }
  },
)
