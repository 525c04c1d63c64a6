import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { OFFICIAL_MODULE } from '../../../modules/official'
import type { OfficialModuleService } from '../../../modules/official/service'
import { officialViews, retrieveOfficialView } from '../../../officials/official-view'
import { operatorActor } from '../../../officials/operator-actor'
import { createOfficialWorkflow } from '../../../workflows/official/workflows/create-official'
import type { NewOfficialBody, OfficialsQuery } from '../validators'

/** `GET /admin/officials?q&status&limit&offset`: officials with their posts, by name. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { q, status, limit, offset } = req.validatedQuery as unknown as OfficialsQuery
  const officials: OfficialModuleService = req.scope.resolve(OFFICIAL_MODULE)
  const like = q === undefined ? undefined : `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const [rows, count] = await officials.listAndCountOfficials(
    {
      ...(status === 'all' ? {} : { status }),
      ...(like === undefined ? {} : { $or: [{ name: { $ilike: like } }, { email: { $ilike: like } }] }),
    },
    { take: limit, skip: offset, order: { name: 'ASC', id: 'ASC' } },
  )
  neverCache(res)
  res.json({ officials: await officialViews(req.scope, rows), count })
}

/** `POST /admin/officials`: an account for an official, with their posts. */
export async function POST(req: AuthenticatedMedusaRequest<NewOfficialBody>, res: MedusaResponse): Promise<void> {
  const { result } = await createOfficialWorkflow(req.scope).run({
    input: { ...req.validatedBody, by: await operatorActor(req) },
  })
  neverCache(res)
  res.status(201).json({ official: await retrieveOfficialView(req.scope, result) })
}
