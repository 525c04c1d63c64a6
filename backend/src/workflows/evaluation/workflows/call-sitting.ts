import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { NoticeDraft } from '../../../notices/notify'
import type { AuditActor, AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { notifyStep } from '../../notice/steps/notify'
import { type CallSittingInput, callSittingStep } from '../steps/call-sitting'

export interface CallSittingWorkflowInput extends CallSittingInput {
  /** Ids of the officials on the council. */
  officials: string[]
  by: AuditActor
}

/** Calls a sitting and tells its members. Throws ApiError 409 `evaluation_changed`. Out: its id. */
export const callSittingWorkflow = createWorkflow('call-sitting', (input: CallSittingWorkflowInput) => {
  const id = callSittingStep(transform({ input }, ({ input: { row, agenda } }) => ({ row, agenda })))
  notifyStep(
    transform({ input, id }, ({ input: { row, agenda, officials }, id: sittingId }): NoticeDraft[] =>
      officials.map((officialId) => ({
        audience: { officialId },
        kind: 'sitting_called',
        subject: { type: 'sitting', id: sittingId },
        params: { day: row.day, place: row.place, mode: row.mode, products: agenda.length },
        dedupeKey: sittingId,
      })),
    ),
  )
  auditStep(
    transform(
      { input, id },
      ({ input: { row, agenda, by }, id: sittingId }): AuditDraft => ({
        actor: by,
        verb: 'sitting:prepare',
        subject: { type: 'sitting', id: sittingId },
        place: { provinceCode: row.province_code, communeCode: null },
        details: { day: row.day, mode: row.mode, agenda: agenda.map(({ evaluationId }) => evaluationId) },
      }),
    ),
  )
  return new WorkflowResponse(id)
})
