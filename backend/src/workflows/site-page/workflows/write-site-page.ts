import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { keepSitePageVersionStep, type NewSitePageVersion } from '../steps/keep-site-page-version'

/** Adds a wording to a page about the site. Out: its number. */
export const writeSitePageWorkflow = createWorkflow('write-site-page', (input: NewSitePageVersion) => {
  return new WorkflowResponse(keepSitePageVersionStep(input))
})
