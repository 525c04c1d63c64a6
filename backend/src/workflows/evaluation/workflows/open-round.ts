import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { AuditActor, AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { type NewRound, openRoundStep } from '../steps/open-round'

/** Makes a round of evaluation. Throws ApiError 409 `round_exists`. Out: its id. */
export const openRoundWorkflow = createWorkflow('open-round', (input: { row: NewRound; by: AuditActor }) => {
  const id = openRoundStep(transform({ input }, (given) => given.input.row))
  auditStep(
    transform(
      { input, id },
      ({ input: { row, by }, id: roundId }): AuditDraft => ({
        actor: by,
        verb: 'round:open',
        subject: { type: 'evaluation_round', id: roundId },
        place: { provinceCode: row.province_code, communeCode: null },
        details: { year: row.year, no: row.no, sendsUntil: row.sends_until, meetsBy: row.meets_by },
      }),
    ),
  )
  return new WorkflowResponse(id)
})
