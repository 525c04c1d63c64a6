import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { uploadFilesStep } from '@medusajs/medusa/core-flows'
import { keepPhotoStep, type PhotoRow } from '../steps/keep-photo'

export interface StorePhotoInput extends Omit<PhotoRow, 'file'> {
  filename: string
  /** Base64. */
  content: string
}

/** Stores a checked photo privately and notes whose it is. Out: its name in the file store. */
export const storeInspectionPhotoWorkflow = createWorkflow('store-inspection-photo', (input: StorePhotoInput) => {
  const stored = uploadFilesStep(
    transform({ input }, ({ input: given }) => ({
      files: [
        {
          filename: given.filename,
          mimeType: given.media_type,
          content: given.content,
          access: 'private' as const,
        },
      ],
    })),
  )
  const row = transform({ input, stored }, ({ input: { filename: _, content: __, ...rest }, stored: [file] }) => ({
    ...rest,
    file: file?.id ?? '',
  }))
  return new WorkflowResponse(keepPhotoStep(row))
})
