import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { AuditActor, AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { linkRecognitionStep, type RecognitionLink } from '../steps/link-recognition'

/** Says which product of ours an imported recognition is about: its listing shows the star from now on. Throws what the step throws. */
export const linkRecognitionWorkflow = createWorkflow(
  'link-recognition',
  (input: RecognitionLink & { by: AuditActor }) => {
    const linked = linkRecognitionStep(input)
    auditStep(
      transform(
        { input, linked },
        ({ input: { by, recognitionId, productId }, linked: made }): AuditDraft => ({
          actor: by,
          verb: 'decision:link',
          subject: { type: 'recognition', id: recognitionId },
          place: { provinceCode: made.provinceCode, communeCode: null },
          details: { productId },
        }),
      ),
    )
    return new WorkflowResponse(linked)
  },
)
