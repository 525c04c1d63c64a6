import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { PlanItemRow } from '../../../modules/post-inspection/service'
import { auditStep } from '../../audit/steps/audit'
import { type Doer, deed } from '../doer'
import { changePlanStep } from '../steps/plan'

export interface ChangePlanInput {
  id: string
  title: string
  items: PlanItemRow[]
  by: Doer
}

/** Changes a plan before it is approved. Throws ApiError 404, 409 `plan_approved`. Out: its id. */
export const changePlanWorkflow = createWorkflow('change-inspection-plan', (input: ChangePlanInput) => {
  const id = changePlanStep(transform({ input }, ({ input: { by: _, ...change } }) => change))
  auditStep(
    transform({ input, id }, (given) =>
      deed(given.input.by, 'post_inspection:plan', 'inspection_plan', given.id, { items: given.input.items.length }),
    ),
  )
  return new WorkflowResponse(id)
})
