import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { adoptRulesStep } from '../steps/adopt-rules'

export interface AdoptRulesInput {
  /** As they were given; each is checked. */
  records: readonly unknown[]
  /** Who adopts; null for the seed. */
  userId: string | null
}

/**
 * Adopts dated rules, all or none. A record that is on the book already is left alone; one that would change an adopted record, reaches
 * into another's days, or does not add up is refused with every fault. Out: what became of each. Throws ApiError `rules_refused`.
 */
export const adoptRulesWorkflow = createWorkflow('adopt-rules', (input: AdoptRulesInput) => {
  return new WorkflowResponse(adoptRulesStep(input))
})
