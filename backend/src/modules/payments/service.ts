import type { InferTypeOf } from '@medusajs/framework/types'
import { MedusaService } from '@medusajs/framework/utils'
import { GatewayMessage } from './models/gateway-message'
import { PaymentAttempt } from './models/payment-attempt'
import { PaymentReceipt } from './models/payment-receipt'
import { PaymentRefund } from './models/payment-refund'
import { Reconciliation } from './models/reconciliation'

export type PaymentAttemptDTO = InferTypeOf<typeof PaymentAttempt>
export type PaymentRefundDTO = InferTypeOf<typeof PaymentRefund>
export type ReconciliationDTO = InferTypeOf<typeof Reconciliation>

/** Reads of attempts, receipts and refunds. They are written by `src/payments` alone, in one transaction with the ledger. */
export class PaymentsModuleService extends MedusaService({
  PaymentAttempt,
  PaymentReceipt,
  PaymentRefund,
  GatewayMessage,
  Reconciliation,
}) {}
