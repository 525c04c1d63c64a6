import type { MedusaContainer } from '@medusajs/framework/types'
import type { Rating } from '@sao-lang/traceability/verify/rating'
import { ApiError } from '../http/api-error'
import { EVALUATION_MODULE } from '../modules/evaluation'
import type { EvaluationModuleService } from '../modules/evaluation/service'
import { rulesOn } from '../rules/rules-on'
import { distinctNames, judgeSheets } from './judge-sheets'
import type { Judge } from './scoring'

/** The rules one agenda item is scored by: the dossier's criteria, and the scoring rules in force on the day of the sitting. */
export async function judgeOfItem(container: MedusaContainer, itemId: string): Promise<Judge<Rating>> {
  const service: EvaluationModuleService = container.resolve(EVALUATION_MODULE)
  const [item] = await service.listSittingItems({ id: itemId }, { take: 1 })
  if (!item) throw new ApiError(404, 'not_found')
  const [sitting, evaluation] = await Promise.all([
    service.retrieveSitting(item.sitting_id),
    service.retrieveEvaluation(item.evaluation_id),
  ])
  const members = await service.listCouncilMembers(
    { council_id: sitting.council_id, role: ['chair', 'member'] },
    { take: null },
  )
  const rules = await rulesOn(container, sitting.day)
  return judgeSheets({
    rubric: rules.rubricOf(evaluation.rubric_version),
    setNo: evaluation.set_no,
    variant: evaluation.variant,
    scoring: rules.scoring,
    names: distinctNames(members),
  })
}
