import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { NoticeDraft } from '../../../notices/notify'
import type { AuditActor, AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { notifyStep } from '../../notice/steps/notify'
import { type NewEvaluation, receiveDossierStep } from '../steps/receive-dossier'

/** Takes a dossier that the level below sent into a round. Throws ApiError 409 `already_received`. Out: the evaluation's id. */
export const receiveDossierWorkflow = createWorkflow(
  'receive-dossier',
  (input: { row: NewEvaluation; by: AuditActor }) => {
    const id = receiveDossierStep(transform({ input }, (given) => given.input.row))
    notifyStep(
      transform({ input, id }, ({ input: { row }, id: evaluationId }): NoticeDraft[] => [
        {
          audience: { producerId: row.producer_id },
          kind: 'evaluation_received',
          subject: { type: 'dossier', id: row.dossier_id },
          params: { product: row.product_name, level: row.level, dueOn: row.due_on },
          dedupeKey: evaluationId,
        },
      ]),
    )
    auditStep(
      transform(
        { input, id },
        ({ input: { row, by }, id: evaluationId }): AuditDraft => ({
          actor: by,
          verb: 'evaluation:receive',
          subject: { type: 'evaluation', id: evaluationId },
          place: { provinceCode: row.province_code, communeCode: row.commune_code },
          details: { dossier: row.dossier_id, round: row.round_id, dueOn: row.due_on },
        }),
      ),
    )
    return new WorkflowResponse(id)
  },
)
