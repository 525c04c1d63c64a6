import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { type CheckImportInput, checkImportStep } from '../steps/check-import'

/** Reads and judges a file of past decisions; nothing of it counts yet. Out: id of the import. Throws what the step throws. */
export const checkImportWorkflow = createWorkflow('check-decision-import', (input: CheckImportInput) => {
  const id = checkImportStep(input)
  auditStep(
    transform(
      { input, id },
      ({ input: { by, provinceCode, fileName }, id: importId }): AuditDraft => ({
        actor: by,
        verb: 'decision:check_import',
        subject: { type: 'decision_import', id: importId },
        place: { provinceCode, communeCode: null },
        details: { fileName },
      }),
    ),
  )
  return new WorkflowResponse(id)
})
