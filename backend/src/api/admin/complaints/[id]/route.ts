import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { ComplaintStepBody } from '../../../../complaints/bodies'
import { readComplaint } from '../../../../complaints/complaint-view'
import { neverCache } from '../../../../http/cache-headers'
import { moveComplaintWorkflow } from '../../../../workflows/complaint/workflows/move-complaint'

/** `POST /admin/complaints/:id`: takes a complaint up, or answers it; the sender reads the words on their page. */
export async function POST(req: AuthenticatedMedusaRequest<ComplaintStepBody>, res: MedusaResponse): Promise<void> {
  const { state, words } = req.validatedBody
  const { result: id } = await moveComplaintWorkflow(req.scope).run({
    input: {
      id: String(req.params.id),
      state,
      words: words || null,
      userId: req.auth_context.actor_id,
      at: new Date().toISOString(),
    },
  })
  neverCache(res)
  res.json({ complaint: await readComplaint(req.scope, id) })
}
