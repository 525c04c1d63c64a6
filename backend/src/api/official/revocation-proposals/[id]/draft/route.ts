import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { decisionOfProposal } from '../../../../../post-inspection/decision-of-proposal'
import { inspecting } from '../../../../../post-inspection/inspecting'
import { readablePlaces } from '../../../../../post-inspection/inspection-places'
import { readProposal, sendProposal } from '../../../../../post-inspection/send-proposal'
import { draftProposalWorkflow } from '../../../../../workflows/post-inspection/workflows/draft-proposal'

/** `POST /official/revocation-proposals/:id/draft`: the draft of the decision, for another person to sign (QĐ 26/2026 art. 8). */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const row = await readProposal(req, readablePlaces(req), String(req.params.id))
  const { official, post, by } = await inspecting(req, 'decision:draft', row)
  await draftProposalWorkflow(req.scope).run({
    input: {
      proposalId: row.id,
      draft: {
        ...(await decisionOfProposal(req.scope, row, post, official.day)),
        by: by.actor,
        post,
        today: official.day,
        sample: official.sample,
      },
    },
  })
  await sendProposal(req, res, row.id)
}
