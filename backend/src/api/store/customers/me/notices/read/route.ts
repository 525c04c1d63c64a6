import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../../http/cache-headers'
import { customerOf } from '../../../../../../http/customer-scope'
import { customerReader } from '../../../../../../notices/audience-key'
import type { NoticesReadBody } from '../../../../../../notices/bodies'
import { unreadNotices } from '../../../../../../notices/read-notices'
import { markNoticesReadWorkflow } from '../../../../../../workflows/notice/workflows/mark-notices-read'

/** `POST /store/customers/me/notices/read`: everything up to one notice has been read. */
export async function POST(req: MedusaRequest<NoticesReadBody>, res: MedusaResponse): Promise<void> {
  const reader = customerReader(customerOf(req.scope).customerId)
  const { result } = await markNoticesReadWorkflow(req.scope).run({
    input: { reader, upTo: req.validatedBody.upTo },
  })
  neverCache(res)
  res.json({ read: result, unread: await unreadNotices(req.scope, reader) })
}
