import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { PlanTargetRow } from '../../../modules/programme/service'
import { saveTargetsStep } from '../steps/save-targets'

/** Takes over the targets that documents give; what stands already with the same number stays. Out: how many are new. */
export const seedTargetsWorkflow = createWorkflow('seed-targets', (input: { targets: PlanTargetRow[] }) => {
  return new WorkflowResponse(saveTargetsStep(input.targets))
})
