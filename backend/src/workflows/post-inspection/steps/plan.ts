import type { InspectedGoods, PlanItemRow, PlanRow } from '../../../modules/post-inspection/service'
import { changeStep } from './change'

/** Begins a plan; the undo takes it away. Throws ApiError 409 `plan_exists`. */
export const draftPlanStep = changeStep(
  'draft-inspection-plan',
  (service, input: { plan: PlanRow; items: PlanItemRow[] }) => service.draftPlan(input.plan, input.items),
)

/** Replaces title and items of a plan that is not approved. Throws ApiError 404, 409 `plan_approved`. */
export const changePlanStep = changeStep(
  'change-inspection-plan',
  (service, input: { id: string; title: string; items: PlanItemRow[] }) =>
    service.changePlan(input.id, input.title, input.items),
)

export interface PlanApproval {
  id: string
  decision_number: string
  decision_date: string
  approved_by: string
}

/** Approves a plan and opens its inspections; the undo closes them again. Throws ApiError 404, 409, 422. */
export const approvePlanStep = changeStep(
  'approve-inspection-plan',
  (service, input: { approval: PlanApproval; goods: InspectedGoods[] }) =>
    service.approvePlan(input.approval, input.goods),
)
