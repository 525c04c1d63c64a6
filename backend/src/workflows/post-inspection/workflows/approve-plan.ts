import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { InspectedGoods } from '../../../modules/post-inspection/service'
import { auditStep } from '../../audit/steps/audit'
import { type Doer, deed } from '../doer'
import { approvePlanStep, type PlanApproval } from '../steps/plan'

export interface ApprovePlanInput {
  approval: PlanApproval
  goods: InspectedGoods[]
  by: Doer
}

/** Approves a plan by its decision; each product of it gets its planned inspection. Throws ApiError 404, 409, 422. Out: its id. */
export const approvePlanWorkflow = createWorkflow('approve-inspection-plan', (input: ApprovePlanInput) => {
  const id = approvePlanStep(transform({ input }, ({ input: { approval, goods } }) => ({ approval, goods })))
  auditStep(
    transform({ input, id }, (given) =>
      deed(given.input.by, 'post_inspection:plan', 'inspection_plan', given.id, {
        decisionNumber: given.input.approval.decision_number,
        inspections: given.input.goods.length,
      }),
    ),
  )
  return new WorkflowResponse(id)
})
