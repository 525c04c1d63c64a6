import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../../http/cache-headers'
import { retryMessageWorkflow } from '../../../../../../workflows/outbox/workflows/retry-message'

/** `POST /admin/operations/messages/:id/retry`: a stuck message is tried again at once, from its first attempt. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { result: id } = await retryMessageWorkflow(req.scope).run({ input: { id: String(req.params.id) } })
  neverCache(res)
  res.json({ id })
}
