import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { NewCouncil } from '../../../modules/evaluation/service'
import type { AuditActor, AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { foundCouncilStep } from '../steps/found-council'

/** Makes a council by the decision that founded it. Throws ApiError 409 `council_exists`. Out: its id. */
export const foundCouncilWorkflow = createWorkflow(
  'found-council',
  (input: { council: NewCouncil; by: AuditActor }) => {
    const id = foundCouncilStep(transform({ input }, (given) => given.input.council))
    auditStep(
      transform(
        { input, id },
        ({ input: { council, by }, id: councilId }): AuditDraft => ({
          actor: by,
          verb: 'council:found',
          subject: { type: 'council', id: councilId },
          place: { provinceCode: council.province_code, communeCode: null },
          details: { number: council.number, members: council.members.map((each) => `${each.role}: ${each.name}`) },
        }),
      ),
    )
    return new WorkflowResponse(id)
  },
)
