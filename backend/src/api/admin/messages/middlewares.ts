import type { MedusaRequestHandler } from '@medusajs/framework/http'
import { MessagesQuerySchema, RetryBodySchema } from '../../../dispatch/bodies'
import { validateBody, validateQuery } from '../../../http/validate'

/** Messages to people outside the site. */
export const MESSAGE_ROUTES: { matcher: string; methods: ('GET' | 'POST')[]; middlewares: MedusaRequestHandler[] }[] = [
  { matcher: '/admin/messages', methods: ['GET'], middlewares: [validateQuery(MessagesQuerySchema)] },
  { matcher: '/admin/messages/:id/retry', methods: ['POST'], middlewares: [validateBody(RetryBodySchema)] },
]
