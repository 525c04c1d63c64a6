import { z } from 'zod'

/** The last button of the checkout: the key made when the page was shown, and the total the buyer agreed to (đồng). */
export const placeOrderSchema = z.object({
  idempotencyKey: z.uuid('errorStalePage'),
  expectedTotal: z
    .string()
    .regex(/^\d{1,12}$/, 'errorStalePage')
    .transform(Number),
})
