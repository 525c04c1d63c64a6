import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { requireCalendarDay } from '../../../calendar/calendar-day'
import type { SignDecisionInput } from '../../../decisions/draft-input'
import type { AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { type CloseDossiersInput, closeDossiersStep } from '../../dossier/steps/close-dossiers'
import { signDraftStep } from '../steps/sign-draft'

/**
 * Signs a draft, the only way to a star beside an imported register, and ends the dossiers its results come from. Number and authority are unique in a year; who drafted does not
 * sign. Out: `{ decisionId, recognitionIds, kind, provinceCode, dossierIds }`. Throws what `signDraftStep` throws.
 */
export const signDecisionWorkflow = createWorkflow('sign-decision', (input: SignDecisionInput) => {
  const checked = transform({ input }, ({ input: given }) => {
    requireCalendarDay(given.date, 'The date of the decision')
    return given
  })
  const signed = signDraftStep(checked)
  closeDossiersStep(
    transform(
      { input, signed },
      ({ input: { by }, signed: { dossierIds, decisionId } }): CloseDossiersInput => ({
        ...{ dossierIds, decisionId },
        actor: { type: 'official', id: by.id, name: by.name },
      }),
    ),
  )
  auditStep(
    transform(
      { input, signed },
      ({ input: { by, draftId, number, date, lateReason }, signed: made }): AuditDraft => ({
        actor: by,
        verb: 'decision:sign',
        subject: { type: 'council_decision', id: made.decisionId },
        place: { provinceCode: made.provinceCode, communeCode: null },
        details: { kind: made.kind, number, date, draftId, ...(lateReason === null ? {} : { lateReason }) },
      }),
    ),
  )
  return new WorkflowResponse(signed)
})
