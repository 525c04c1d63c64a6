import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { AuditActor, AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { undoImportStep } from '../steps/undo-import'

/** Takes exactly what an import made off the record. Throws what the step throws. */
export const undoImportWorkflow = createWorkflow(
  'undo-import-of-decisions',
  (input: { by: AuditActor; importId: string }) => {
    const importId = transform({ input }, ({ input: given }) => given.importId)
    const made = undoImportStep(importId)
    auditStep(
      transform(
        { input, made },
        ({ input: { by, importId: id }, made }): AuditDraft => ({
          actor: by,
          verb: 'decision:undo_import',
          subject: { type: 'decision_import', id },
          place: { provinceCode: made.provinceCode, communeCode: null },
        }),
      ),
    )
    return new WorkflowResponse(made)
  },
)
