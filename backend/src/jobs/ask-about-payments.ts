import type { MedusaContainer } from '@medusajs/framework/types'
import { environment } from '../env'
import { askAboutAttempts } from '../payments/ask-gateway'
import { vnpayGateway } from '../vnpay/vnpay-gateway'

/** Asks VNPay about payments whose outcome it has not told. */
export default async function askAboutPayments(container: MedusaContainer): Promise<void> {
  const terminal = environment().vnpay
  if (terminal) await askAboutAttempts(container, vnpayGateway(terminal), Date.now() + 20_000)
}

export const config = { name: 'ask-about-payments', schedule: { interval: 3_000 } }
