import { z } from 'zod'

/** The last button of the checkout: the key made when the page was shown, the total the buyer agreed to (đồng), and how it is paid. */
export const placeOrderSchema = z.object({
  idempotencyKey: z.uuid('errorStalePage'),
  expectedTotal: z
    .string()
    .regex(/^\d{1,12}$/, 'errorStalePage')
    .transform(Number),
  method: z.enum(['vnpay', 'bank_transfer', 'cod'], 'errorMethod'),
})
