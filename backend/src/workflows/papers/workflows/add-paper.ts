import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { uploadFilesStep } from '@medusajs/medusa/core-flows'
import type { NewPaper } from '../../../modules/evidence/service'
import { type PaperContent, toUpload } from '../paper-upload'
import { addPaperStep } from '../steps/add-paper'

export interface AddPaperInput {
  content: PaperContent
  row: Omit<NewPaper, 'file'>
}

/** Stores a paper's file, private, and puts the paper into its producer's store. Out: its id. */
export const addPaperWorkflow = createWorkflow('add-paper', (input: AddPaperInput) => {
  const stored = uploadFilesStep(transform({ input }, (given) => ({ files: [toUpload(given.input.content)] })))
  const row = transform({ input, stored }, (given) => ({ ...given.input.row, file: given.stored[0]?.id ?? '' }))
  return new WorkflowResponse(addPaperStep(row))
})
