import type { MedusaRequestHandler } from '@medusajs/framework/http'
import { graph } from '../container/graph'
import { ApiError } from '../http/api-error'

interface CartLines {
  completed_at: string | Date | null
  items: { id: string }[] | null
}

/**
 * Before Medusa's own routes that change or take out a line: the cart is there, is no order yet, and holds that line. Medusa asks none
 * of it: it takes lines of other carts and breaks on a cart that does not exist.
 * Answers 404 for an unknown cart or a line of another one, 409 `already_placed` for a cart that became an order.
 */
export const requireCartLine: MedusaRequestHandler = (req, _res, next) => {
  const [, cartId, lineId] = /^\/store\/carts\/([^/]+)\/line-items\/([^/]+)\/?$/i.exec(req.path) ?? []
  graph<CartLines>(req.scope, {
    entity: 'cart',
    fields: ['id', 'completed_at', 'items.id'],
    filters: { id: decodeURIComponent(cartId ?? '') },
  })
    .then(([cart]) => {
      if (!cart?.items?.some(({ id }) => id === decodeURIComponent(lineId ?? ''))) throw new ApiError(404, 'not_found')
      if (cart.completed_at !== null) throw new ApiError(409, 'already_placed')
      next()
    })
    .catch(next)
}
