import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { uploadFilesStep } from '@medusajs/medusa/core-flows'
import type { Place } from '../../../officials/official-scope'
import type { AuditActor, AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { addVisitPhotoStep, type VisitPhoto } from '../steps/add-visit-photo'

export interface StoreVisitPhotoInput {
  evaluationId: string
  photo: Omit<VisitPhoto, 'file'>
  filename: string
  /** Base64. */
  content: string
  place: Place
  by: AuditActor
}

/** Stores a checked photo of a visit privately. Throws ApiError 409 when the advice is finished. Out: its name in the file store. */
export const storeVisitPhotoWorkflow = createWorkflow('store-visit-photo', (input: StoreVisitPhotoInput) => {
  const stored = uploadFilesStep(
    transform({ input }, ({ input: { filename, photo, content } }) => ({
      files: [{ filename, mimeType: photo.mediaType, content, access: 'private' as const }],
    })),
  )
  const file = addVisitPhotoStep(
    transform({ input, stored }, ({ input: { evaluationId, photo, by }, stored: [made] }) => ({
      evaluationId,
      photo: { ...photo, file: made?.id ?? '' },
      author: { id: by.id, name: by.name },
    })),
  )
  auditStep(
    transform(
      { input },
      ({ input: { evaluationId, photo, place, by } }): AuditDraft => ({
        actor: by,
        verb: 'advice:photo',
        subject: { type: 'evaluation', id: evaluationId },
        place,
        details: { sha256: photo.sha256 },
      }),
    ),
  )
  return new WorkflowResponse(file)
})
