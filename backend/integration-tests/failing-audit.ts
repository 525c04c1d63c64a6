import { createStep, createWorkflow, type StepResponse, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { AuditDraft } from '../src/officials/record-audit'
import { auditStep } from '../src/workflows/audit/steps/audit'

const failStep = createStep('fail-after-audit', async (id: string): Promise<StepResponse<string>> => {
  throw new Error(`Nothing comes after ${id}`)
})

/** Writes a deed into the journal and fails. Suites load this file with `loadSource`. */
export const failingAuditWorkflow = createWorkflow('failing-audit', (input: AuditDraft) => {
  return new WorkflowResponse(failStep(auditStep(input)))
})
