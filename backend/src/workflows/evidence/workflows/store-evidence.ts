import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { uploadFilesStep } from '@medusajs/medusa/core-flows'
import { keepEvidenceStep } from '../steps/keep-evidence'

export interface StoreEvidenceInput {
  producerId: string
  memberId: string
  /** Without folders: the local store looks at the beginning of the whole name to tell private files from public ones. */
  filename: string
  kind: 'photo' | 'document'
  title: string
  mediaType: string
  /** Base64. */
  content: string
  bytes: number
  sha256: string
  width: number | null
  height: number | null
  isPublic: boolean
}

/** Stores a checked file and notes whose it is. Out: its name in the file store. */
export const storeEvidenceWorkflow = createWorkflow('store-evidence', (input: StoreEvidenceInput) => {
  const files = transform({ input }, ({ input: given }) => ({
    files: [
      {
        filename: given.filename,
        mimeType: given.mediaType,
        content: given.content,
        access: given.isPublic ? ('public' as const) : ('private' as const),
      },
    ],
  }))
  const stored = uploadFilesStep(files)
  const row = transform({ input, stored }, ({ input: given, stored: [file] }) => ({
    file: file?.id ?? '',
    producer_id: given.producerId,
    member_id: given.memberId,
    kind: given.kind,
    title: given.title,
    media_type: given.mediaType,
    sha256: given.sha256,
    bytes: given.bytes,
    width: given.width,
    height: given.height,
    is_public: given.isPublic,
  }))
  return new WorkflowResponse(keepEvidenceStep(row))
})
