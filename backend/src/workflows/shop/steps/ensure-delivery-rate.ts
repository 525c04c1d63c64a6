import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { CHECKOUT_MODULE } from '../../../modules/checkout'
import type { CheckoutModuleService } from '../../../modules/checkout/service'
import { requireDong } from '../../../money/dong'

/** The first day of the programme's online shop: rates without another beginning hold from here. */
const FIRST_DAY = '2026-01-01'

/** Makes the shop's flat delivery rate, unless there is one. Out: its id, null when there was one. */
export const ensureDeliveryRateStep = createStep(
  'ensure-delivery-rate',
  async ({ fee }: { fee: number }, { container }) => {
    requireDong(fee, 'The delivery fee')
    const checkout: CheckoutModuleService = container.resolve(CHECKOUT_MODULE)
    const [known] = await checkout.listDeliveryRates({ producer_id: null, method: 'flat' }, { take: 1 })
    if (known) return new StepResponse(null, null)
    const rate = await checkout.createDeliveryRates({
      producer_id: null,
      method: 'flat',
      first_fee: fee,
      valid_from: FIRST_DAY,
      source: 'Đồng giá của sàn khi lập',
    })
    return new StepResponse(rate.id, rate.id)
  },
  async (id, { container }) => {
    if (!id) return
    const checkout: CheckoutModuleService = container.resolve(CHECKOUT_MODULE)
    await checkout.deleteDeliveryRates([id])
  },
)
