import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { uploadFilesStep } from '@medusajs/medusa/core-flows'
import type { PhotoRow } from '../../../modules/post-inspection/service'
import { auditStep } from '../../audit/steps/audit'
import { type Doer, deed } from '../doer'
import { addPhotoStep } from '../steps/inspection'

export interface AddPhotoInput {
  photo: Omit<PhotoRow, 'file'>
  filename: string
  /** Base64. */
  content: string
  by: Doer
}

/** Stores a photo or paper of an inspection under way. Throws ApiError 404, 409. Out: the inspection's id. */
export const addPostInspectionPhotoWorkflow = createWorkflow('add-post-inspection-photo', (input: AddPhotoInput) => {
  const stored = uploadFilesStep(
    transform({ input }, ({ input: { photo, filename, content } }) => ({
      files: [{ filename, mimeType: photo.media_type, content, access: 'private' as const }],
    })),
  )
  const row = transform({ input, stored }, ({ input: { photo }, stored: [file] }) => ({
    ...photo,
    file: file?.id ?? '',
  }))
  const id = addPhotoStep(row)
  auditStep(
    transform({ input, id }, (given) =>
      deed(given.input.by, 'post_inspection:record', 'post_inspection', given.id, {
        photo: given.input.photo.sha256,
        look: given.input.photo.look,
      }),
    ),
  )
  return new WorkflowResponse(id)
})
