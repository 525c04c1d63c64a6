import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { type RegisterQuestion, readRegister } from '../../../decisions/register'
import { cachePublicly } from '../../../http/cache-headers'

/** `GET /store/register?q&province&stars&status&sector&year&after`: recognitions of any product, sold here or not. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const page = await readRegister(req.scope, req.validatedQuery as RegisterQuestion, new Date())
  cachePublicly(res)
  res.json(page)
}
