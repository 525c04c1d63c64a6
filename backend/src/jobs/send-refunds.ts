import type { MedusaContainer } from '@medusajs/framework/types'
import { environment } from '../env'
import { sendRefunds } from '../payments/send-refunds'
import { vnpayGateway } from '../vnpay/vnpay-gateway'

/** Sends refunds through VNPay and follows them until it says that they are paid. */
export default async function sendDueRefunds(container: MedusaContainer): Promise<void> {
  const terminal = environment().vnpay
  if (terminal) await sendRefunds(container, vnpayGateway(terminal), Date.now() + 20_000)
}

export const config = { name: 'send-refunds', schedule: { interval: 3_000 } }
