import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { EndBody } from '../../../../../post-inspection/bodies'
import { inspecting } from '../../../../../post-inspection/inspecting'
import { readablePlaces } from '../../../../../post-inspection/inspection-places'
import { readProposal, sendProposal } from '../../../../../post-inspection/send-proposal'
import { dropProposalWorkflow } from '../../../../../workflows/post-inspection/workflows/drop-proposal'

/** `POST /official/revocation-proposals/:id/drop`: withdraws a proposal of which there is no draft, with the reason. */
export async function POST(req: MedusaRequest<EndBody>, res: MedusaResponse): Promise<void> {
  const row = await readProposal(req, readablePlaces(req), String(req.params.id))
  const { by } = await inspecting(req, 'post_inspection:plan', row)
  await dropProposalWorkflow(req.scope).run({ input: { id: row.id, note: req.validatedBody.note, by } })
  await sendProposal(req, res, row.id)
}
