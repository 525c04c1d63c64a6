import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { officialReader } from '../../../../notices/audience-key'
import type { NoticesReadBody } from '../../../../notices/bodies'
import { unreadNotices } from '../../../../notices/read-notices'
import { officialOf } from '../../../../officials/official-scope'
import { markNoticesReadWorkflow } from '../../../../workflows/notice/workflows/mark-notices-read'

/** `POST /official/notices/read`: everything up to one notice has been read. */
export async function POST(req: MedusaRequest<NoticesReadBody>, res: MedusaResponse): Promise<void> {
  const reader = officialReader(officialOf(req))
  const { result } = await markNoticesReadWorkflow(req.scope).run({
    input: { reader, upTo: req.validatedBody.upTo },
  })
  neverCache(res)
  res.json({ read: result, unread: await unreadNotices(req.scope, reader) })
}
