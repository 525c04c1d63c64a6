import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../../http/cache-headers'
import { retrieveOfficialView } from '../../../../../../officials/official-view'
import { operatorActor } from '../../../../../../officials/operator-actor'
import { endPostWorkflow } from '../../../../../../workflows/official/workflows/end-post'
import type { PostEndBody } from '../../../../validators'

/** `POST /admin/officials/:id/posts/:post_id`: the last day of a post. */
export async function POST(req: AuthenticatedMedusaRequest<PostEndBody>, res: MedusaResponse): Promise<void> {
  const { result } = await endPostWorkflow(req.scope).run({
    input: {
      officialId: String(req.params.id),
      postId: String(req.params.post_id),
      to: req.validatedBody.to,
      by: await operatorActor(req),
    },
  })
  neverCache(res)
  res.json({ official: await retrieveOfficialView(req.scope, result) })
}
