import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { AuditActor, AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { createCentreStep } from '../steps/create-centre'

export interface FoundCentreInput {
  /** Two digits. */
  provinceCode: string
  name: string
  /** The office it belongs to. */
  unit: string
  phone?: string | null
  email?: string | null
  sample?: boolean
  by: AuditActor
}

/** Enters a promotion centre of a province. Throws ApiError 422 for a province that there is not, 409 for a name taken there. Out: the id. */
export const foundCentreWorkflow = createWorkflow('found-centre', (input: FoundCentreInput) => {
  const id = createCentreStep(input)
  auditStep(
    transform(
      { input, id },
      ({ input: { by, provinceCode, name, unit }, id: centreId }): AuditDraft => ({
        actor: by,
        verb: 'centre:found',
        subject: { type: 'promotion_centre', id: centreId },
        place: { provinceCode, communeCode: null },
        details: { name, unit },
      }),
    ),
  )
  return new WorkflowResponse(id)
})
