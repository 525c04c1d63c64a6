import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { ArtworkRow } from '../../../modules/post-inspection/service'
import { auditStep } from '../../audit/steps/audit'
import { type Doer, deed } from '../doer'
import { registerArtworkStep } from '../steps/artwork'

export interface RegisterArtworkInput {
  row: ArtworkRow
  by: Doer
}

/** Puts a producer's artwork with the mark into the register. Out: its id. */
export const registerArtworkWorkflow = createWorkflow('register-mark-artwork', (input: RegisterArtworkInput) => {
  const id = registerArtworkStep(transform({ input }, ({ input: { row } }) => row))
  auditStep(
    transform({ input, id }, (given) =>
      deed(given.input.by, 'mark_artwork:register', 'mark_artwork', given.id, {
        recognition: given.input.row.recognition_id,
      }),
    ),
  )
  return new WorkflowResponse(id)
})
