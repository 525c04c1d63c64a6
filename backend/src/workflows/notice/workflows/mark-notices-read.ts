import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { NoticeReader } from '../../../modules/notice/service'
import { markNoticesReadStep } from '../steps/mark-notices-read'

/** Notes that a reader has read their notices up to one. Out: how many were new. */
export const markNoticesReadWorkflow = createWorkflow(
  'mark-notices-read',
  (input: { reader: NoticeReader; upTo: string }) => {
    return new WorkflowResponse(markNoticesReadStep(input))
  },
)
