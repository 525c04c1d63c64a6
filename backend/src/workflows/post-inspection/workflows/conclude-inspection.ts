import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { ConclusionRow } from '../../../modules/post-inspection/service'
import type { NoticeDraft } from '../../../notices/notify'
import { auditStep } from '../../audit/steps/audit'
import { notifyStep } from '../../notice/steps/notify'
import { type Doer, deed } from '../doer'
import { concludeInspectionStep } from '../steps/inspection'

export interface ConcludeInspectionInput {
  row: ConclusionRow
  /** The holder, when it is one of ours, and the product: for the notice. */
  producerId: string | null
  productName: string
  by: Doer
}

/**
 * Concludes an inspection, says what must be mended and tells the holder and its commune. Throws ApiError 404, 409
 * `inspection_state`. Out: its id.
 */
export const concludeInspectionWorkflow = createWorkflow(
  'conclude-post-inspection',
  (input: ConcludeInspectionInput) => {
    const id = concludeInspectionStep(transform({ input }, ({ input: { row } }) => row))
    notifyStep(transform({ input }, ({ input: given }) => noticesOf(given)))
    auditStep(
      transform({ input, id }, (given) =>
        deed(given.input.by, 'post_inspection:conclude', 'post_inspection', given.id, {
          concludedOn: given.input.row.concluded_on,
          followUps: given.input.row.followUps.length,
        }),
      ),
    )
    return new WorkflowResponse(id)
  },
)

function noticesOf({ row, producerId, productName, by }: ConcludeInspectionInput): NoticeDraft[] {
  const { provinceCode, communeCode } = by.place
  const notice = {
    kind: 'post_inspection_concluded' as const,
    subject: { type: 'post_inspection', id: row.id },
    params: { product: productName, on: row.concluded_on, count: row.followUps.length },
    dedupeKey: `post-inspection-concluded:${row.id}`,
  }
  const audiences: NoticeDraft['audience'][] = [
    ...(producerId === null ? [] : [{ producerId }]),
    ...(communeCode === null ? [] : [{ provinceCode, communeCode, verb: 'post_inspection:record' as const }]),
  ]
  return audiences.map((audience) => ({ ...notice, audience }))
}
