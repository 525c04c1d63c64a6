import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { MessagesQuery } from '../../../dispatch/bodies'
import { messageView } from '../../../dispatch/message-view'
import { neverCache } from '../../../http/cache-headers'
import { DISPATCH_MODULE } from '../../../modules/dispatch'
import type { DispatchModuleService } from '../../../modules/dispatch/service'

/** `GET /admin/messages`: what people outside the site were told or are to be told, newest first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { state, limit, offset } = req.validatedQuery as MessagesQuery
  const messages: DispatchModuleService = req.scope.resolve(DISPATCH_MODULE)
  const [rows, count] = await messages.listAndCountDispatchMessages(state === 'all' ? {} : { state }, {
    take: limit,
    skip: offset,
    order: { id: 'DESC' },
  })
  neverCache(res)
  res.json({ messages: rows.map(messageView), count })
}
