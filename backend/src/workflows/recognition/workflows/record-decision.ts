import { MedusaError } from '@medusajs/framework/utils'
import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { requireCalendarDay } from '../../../calendar/calendar-day'
import type { DecisionRow, RecognitionRow } from '../../../modules/recognition/service'
import { recordDecisionStep } from '../steps/record-decision'
import { requireProductsStep } from '../steps/require-products'

export interface RecordDecisionInput {
  decision: {
    number: string
    date: string
    authority: string
    level: 'district' | 'province' | 'central'
    legalBasis: string | null
    source: string | null
    sample: boolean
  }
  recognitions: {
    productId: string
    productName: string
    stars: 3 | 4 | 5
    points: number | null
    rubricVersion: string
    validFrom: string
    /** Last day of validity, included. */
    validTo: string
    sample: boolean
  }[]
}

/**
 * Records one council decision and the stars it gives (QĐ 26/2026 art. 4, 8). Number and authority are unique.
 * Out: `{ decisionId, recognitionIds }` in the order given. Throws INVALID_DATA, NOT_FOUND or DUPLICATE_ERROR.
 */
export const recordDecisionWorkflow = createWorkflow('record-decision', (input: RecordDecisionInput) => {
  const rows = transform({ input }, ({ input: given }) => toRows(given))
  const productIds = transform({ rows }, (data) => data.rows.recognitions.map((row) => row.product_id))
  const facts = requireProductsStep(productIds)
  const described = transform({ rows, facts }, (data) => ({
    ...data.rows,
    recognitions: data.rows.recognitions.map((row) => ({ ...row, ...data.facts[row.product_id] })),
  }))
  return new WorkflowResponse(recordDecisionStep(described))
})

function toRows(input: RecordDecisionInput): {
  decision: DecisionRow
  recognitions: (RecognitionRow & { product_id: string })[]
} {
  const { legalBasis, ...decision } = input.decision
  requireCalendarDay(decision.date, 'The date of the decision')
  return {
    decision: { ...decision, legal_basis: legalBasis },
    recognitions: input.recognitions.map((given) => {
      requireCalendarDay(given.validFrom, `The first day of "${given.productName}"`)
      requireCalendarDay(given.validTo, `The last day of "${given.productName}"`)
      if (given.validFrom > given.validTo) {
        throw new MedusaError(
          MedusaError.Types.INVALID_DATA,
          `"${given.productName}" cannot end (${given.validTo}) before it begins (${given.validFrom}).`,
        )
      }
      if (![3, 4, 5].includes(given.stars)) {
        throw new MedusaError(MedusaError.Types.INVALID_DATA, `"${given.productName}" must have 3, 4 or 5 stars.`)
      }
      return {
        product_id: given.productId,
        product_name: given.productName,
        stars: given.stars,
        points: given.points,
        rubric_version: given.rubricVersion,
        valid_from: given.validFrom,
        valid_to: given.validTo,
        sample: given.sample,
      }
    }),
  }
}
