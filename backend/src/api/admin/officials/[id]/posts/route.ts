import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { retrieveOfficialView } from '../../../../../officials/official-view'
import { operatorActor } from '../../../../../officials/operator-actor'
import { givePostWorkflow } from '../../../../../workflows/official/workflows/give-post'
import type { PostBody } from '../../../validators'

/** `POST /admin/officials/:id/posts`: one more post. */
export async function POST(req: AuthenticatedMedusaRequest<PostBody>, res: MedusaResponse): Promise<void> {
  const { result } = await givePostWorkflow(req.scope).run({
    input: { officialId: String(req.params.id), post: req.validatedBody, by: await operatorActor(req) },
  })
  neverCache(res)
  res.status(201).json({ official: await retrieveOfficialView(req.scope, result) })
}
