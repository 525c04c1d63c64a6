import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { messageView } from '../../../../../dispatch/message-view'
import { phoneProvider } from '../../../../../dispatch/phone-provider'
import { retryMessage } from '../../../../../dispatch/send-due'
import { ApiError } from '../../../../../http/api-error'
import { neverCache } from '../../../../../http/cache-headers'
import { DISPATCH_MODULE } from '../../../../../modules/dispatch'
import type { DispatchModuleService } from '../../../../../modules/dispatch/service'

/** `POST /admin/messages/:id/retry`: sends a message again that was given up. 404 for an unknown one, 409 when it cannot be sent. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = String(req.params.id)
  const messages: DispatchModuleService = req.scope.resolve(DISPATCH_MODULE)
  const [before] = await messages.listDispatchMessages({ id })
  if (!before) throw new ApiError(404, 'not_found')
  if (!(await retryMessage(req.scope, id, phoneProvider()))) throw new ApiError(409, 'message_not_retriable')
  neverCache(res)
  res.json({ message: messageView(await messages.retrieveDispatchMessage(id)) })
}
