import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { auditStep } from '../../audit/steps/audit'
import { type Doer, deed } from '../doer'
import { endArtworkStep } from '../steps/artwork'

export interface EndArtworkInput {
  id: string
  producerId: string
  until: string
  by: Doer
}

/** Says which day was the last on which artwork was printed. Throws ApiError 404, 409, 422. Out: its id. */
export const endArtworkWorkflow = createWorkflow('end-mark-artwork', (input: EndArtworkInput) => {
  const id = endArtworkStep(transform({ input }, ({ input: { by: _, ...end } }) => end))
  auditStep(
    transform({ input, id }, (given) =>
      deed(given.input.by, 'mark_artwork:end', 'mark_artwork', given.id, { until: given.input.until }),
    ),
  )
  return new WorkflowResponse(id)
})
