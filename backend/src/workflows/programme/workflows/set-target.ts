import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { PlanTargetRow } from '../../../modules/programme/service'
import type { AuditActor, AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { setTargetStep } from '../steps/set-target'

/** Writes a plan's target down, in place of the one before. Throws ApiError 409 `conflict`. Out: its id. */
export const setTargetWorkflow = createWorkflow('set-target', (input: { row: PlanTargetRow; by: AuditActor }) => {
  const id = setTargetStep(transform({ input }, (given) => given.input.row))
  auditStep(
    transform(
      { input, id },
      ({ input: { row, by }, id: targetId }): AuditDraft => ({
        actor: by,
        verb: 'report:plan',
        subject: { type: 'plan_target', id: targetId },
        place: { provinceCode: row.province_code, communeCode: null },
        details: { year: row.year, measure: row.measure, target: row.target },
      }),
    ),
  )
  return new WorkflowResponse(id)
})
