import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { AuditActor, AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { commitImportStep } from '../steps/commit-import'

/** Takes a checked file over: every decision and recognition of it, or none. Out: how many of each. Throws what the step throws. */
export const commitImportWorkflow = createWorkflow(
  'commit-import-of-decisions',
  (input: { by: AuditActor; importId: string }) => {
    const importId = transform({ input }, ({ input: given }) => given.importId)
    const made = commitImportStep(importId)
    auditStep(
      transform(
        { input, made },
        ({ input: { by, importId: id }, made }): AuditDraft => ({
          actor: by,
          verb: 'decision:import',
          subject: { type: 'decision_import', id },
          place: { provinceCode: made.provinceCode, communeCode: null },
          details: { decisions: made.decisions, recognitions: made.recognitions },
        }),
      ),
    )
    return new WorkflowResponse(made)
  },
)
