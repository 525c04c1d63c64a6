import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { type AuditDraft, recordAudit } from '../../../officials/record-audit'

/**
 * Writes a deed into the journal; best the last step of its workflow. The journal only grows: the undo adds an entry that says the deed
 * was taken back. Out: the entry's id.
 */
export const auditStep = createStep(
  'audit',
  async (draft: AuditDraft, { container }) => {
    const id = await recordAudit(container, draft)
    return new StepResponse(id, { id, draft })
  },
  async (written, { container }) => {
    if (!written) return
    await recordAudit(container, { ...written.draft, undoes: written.id })
  },
)
