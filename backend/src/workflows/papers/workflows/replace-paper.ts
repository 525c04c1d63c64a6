import { createWorkflow, transform, WorkflowResponse, when } from '@medusajs/framework/workflows-sdk'
import { uploadFilesStep } from '@medusajs/medusa/core-flows'
import type { NewPaper } from '../../../modules/evidence/service'
import { type PaperContent, toUpload } from '../paper-upload'
import { replacePaperStep } from '../steps/replace-paper'

export interface ReplacePaperInput {
  old: { id: string; version: number }
  /** Null when only what is said about the paper changes: the new version shows the same file. */
  content: PaperContent | null
  /** Its `file` is the old one's; a new content gets a name of its own. */
  row: NewPaper
}

/**
 * Makes a new version of a paper. The old version keeps its row and its file, because dossiers cite it. Out: the id of the new
 * one.
 */
export const replacePaperWorkflow = createWorkflow('replace-paper', (input: ReplacePaperInput) => {
  const stored = when({ input }, (given) => given.input.content !== null).then(() =>
    uploadFilesStep(
      transform({ input }, ({ input: { content } }) => ({ files: content === null ? [] : [toUpload(content)] })),
    ),
  )
  const change = transform({ input, stored }, ({ input: { old, row }, stored: files }) => ({
    old,
    row: { ...row, file: files?.[0]?.id ?? row.file },
  }))
  return new WorkflowResponse(replacePaperStep(change))
})
