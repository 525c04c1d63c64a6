import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { officialReader } from '../../../notices/audience-key'
import type { NoticesQuery } from '../../../notices/bodies'
import { readNotices } from '../../../notices/read-notices'
import { officialOf } from '../../../officials/official-scope'

/** `GET /official/notices?before&limit`: what the official and their posts are told, newest first, and how many are unread. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const query = req.validatedQuery as unknown as NoticesQuery
  neverCache(res)
  res.json(await readNotices(req.scope, officialReader(officialOf(req)), query))
}
