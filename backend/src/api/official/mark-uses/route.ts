import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { officialOf } from '../../../officials/official-scope'
import type { MarkUsesQuery } from '../../../post-inspection/bodies'
import { readablePlaces } from '../../../post-inspection/inspection-places'
import { listMarkUses } from '../../../post-inspection/read-mark-uses'

const PAGE = 50

/** `GET /official/mark-uses?q&offset`: the register of mark use in the own places, by product. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { q, offset } = req.validatedQuery as unknown as MarkUsesQuery
  const question = { places: readablePlaces(req), q, take: PAGE, skip: offset }
  const page = await listMarkUses(req.scope, question, officialOf(req).day)
  neverCache(res)
  res.json(page)
}
