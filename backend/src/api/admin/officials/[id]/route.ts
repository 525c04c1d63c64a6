import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { retrieveOfficialView } from '../../../../officials/official-view'
import { operatorActor } from '../../../../officials/operator-actor'
import { changeOfficialWorkflow } from '../../../../workflows/official/workflows/change-official'
import type { OfficialChangeBody } from '../../validators'

/** `POST /admin/officials/:id`: changes, suspends or frees an official, or sets a new password. */
export async function POST(req: AuthenticatedMedusaRequest<OfficialChangeBody>, res: MedusaResponse): Promise<void> {
  const { result } = await changeOfficialWorkflow(req.scope).run({
    input: { ...req.validatedBody, officialId: String(req.params.id), by: await operatorActor(req) },
  })
  neverCache(res)
  res.json({ official: await retrieveOfficialView(req.scope, result) })
}
