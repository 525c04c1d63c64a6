import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { inspectorOf } from '../../../http/inspector-scope'
import type { LookUpsBody } from '../../../inspectors/bodies'
import { keepLookUpsWorkflow } from '../../../workflows/inspection/workflows/keep-look-ups'

/** `POST /inspector/look-ups`: what was looked up by the phone alone, told when it is in reach again. */
export async function POST(req: MedusaRequest<LookUpsBody>, res: MedusaResponse): Promise<void> {
  const { inspectorId } = inspectorOf(req.scope)
  const { result } = await keepLookUpsWorkflow(req.scope).run({
    input: { inspectorId, receivedAt: new Date().toISOString(), ...req.validatedBody },
  })
  neverCache(res)
  res.json({ kept: result })
}
