import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { operatorActor } from '../../../../officials/operator-actor'
import type { DecideReviewBody } from '../../../../reviews/bodies'
import { decideReview } from '../../../../reviews/moderate-review'

/** `POST /admin/reviews/:id`: shows a review, or hides it on one of the fixed grounds. */
export async function POST(req: AuthenticatedMedusaRequest<DecideReviewBody>, res: MedusaResponse): Promise<void> {
  await decideReview(req.scope, await operatorActor(req), req.params.id ?? '', req.validatedBody)
  neverCache(res)
  res.json({ done: true })
}
