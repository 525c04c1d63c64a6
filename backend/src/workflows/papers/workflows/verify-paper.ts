import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { Place } from '../../../officials/official-scope'
import type { AuditActor } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { type PaperVerification, verifyPaperStep } from '../steps/verify-paper'

export interface VerifyPaperInput extends PaperVerification {
  actor: AuditActor
  place: Place
}

/** An official compared a paper with its original; it is on the paper and in the journal. */
export const verifyPaperWorkflow = createWorkflow('verify-paper', (input: VerifyPaperInput) => {
  const verified = verifyPaperStep(input)
  auditStep(
    transform({ input }, ({ input: { actor, place, paperId } }) => ({
      ...{ actor, place, verb: 'paper:verify' as const },
      subject: { type: 'paper', id: paperId },
    })),
  )
  return new WorkflowResponse(verified)
})
