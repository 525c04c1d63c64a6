import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { PlanItemRow, PlanRow } from '../../../modules/post-inspection/service'
import { auditStep } from '../../audit/steps/audit'
import { type Doer, deed } from '../doer'
import { draftPlanStep } from '../steps/plan'

export interface DraftPlanInput {
  plan: PlanRow
  items: PlanItemRow[]
  by: Doer
}

/** Begins a year's plan of post-inspections. Throws ApiError 409 `plan_exists`. Out: its id. */
export const draftPlanWorkflow = createWorkflow('draft-inspection-plan', (input: DraftPlanInput) => {
  const id = draftPlanStep(transform({ input }, ({ input: { plan, items } }) => ({ plan, items })))
  auditStep(
    transform({ input, id }, (given) =>
      deed(given.input.by, 'post_inspection:plan', 'inspection_plan', given.id, {
        year: given.input.plan.year,
        items: given.input.items.length,
      }),
    ),
  )
  return new WorkflowResponse(id)
})
