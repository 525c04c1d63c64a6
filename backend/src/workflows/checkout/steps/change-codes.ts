import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { ApiError } from '../../../http/api-error'
import { CHECKOUT_MODULE } from '../../../modules/checkout'
import type { CheckoutModuleService } from '../../../modules/checkout/service'
import { readOffers } from '../../../promotion-offers/read-offers'

export interface CodeInput {
  cartId: string
  /** Upper case. */
  code: string
  move: 'add' | 'remove'
}

const MOST_CODES = 10

interface Undo {
  row: { key: string; cart_id: string; code: string }
  move: CodeInput['move']
}

/**
 * Adds a promotion code to a cart, or takes it away; both may be said again. Throws ApiError 422 `offer_unknown` for a code that does
 * not exist and 422 `offers_many` for the eleventh.
 */
export const changeCodesStep = createStep(
  'change-codes',
  async ({ cartId, code, move }: CodeInput, { container }) => {
    const checkout: CheckoutModuleService = container.resolve(CHECKOUT_MODULE)
    const key = `${cartId}:${code}`
    const rows = await checkout.listCartCodes({ cart_id: cartId }, { take: null })
    const known = rows.some((row) => row.key === key)
    if (known === (move === 'add')) return new StepResponse<string, Undo | null>(key, null)
    if (move === 'remove') {
      await checkout.deleteCartCodes([key])
      return new StepResponse<string, Undo | null>(key, { row: { key, cart_id: cartId, code }, move })
    }
    const [offer] = await readOffers(container, [code], null)
    if (!offer) throw new ApiError(422, 'offer_unknown', { field: 'code' })
    if (rows.length >= MOST_CODES) throw new ApiError(422, 'offers_many', { field: 'code' })
    await checkout.createCartCodes({ key, cart_id: cartId, code })
    return new StepResponse<string, Undo | null>(key, { row: { key, cart_id: cartId, code }, move })
  },
  async (undo, { container }) => {
    if (!undo) return
    const checkout: CheckoutModuleService = container.resolve(CHECKOUT_MODULE)
    if (undo.move === 'add') await checkout.deleteCartCodes([undo.row.key])
    else await checkout.createCartCodes(undo.row)
  },
)
