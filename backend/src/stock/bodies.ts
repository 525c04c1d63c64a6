import { z } from '@medusajs/framework/zod'
import type { FieldCodes } from '../http/validate'

/** What was counted, and what the form had shown before. */
export const StockBodySchema = z.object({
  stocked: z.number().int().min(0).max(1_000_000),
  seen: z.number().int().min(0).max(1_000_000_000),
})
export type StockBody = z.infer<typeof StockBodySchema>
export const STOCK_CODES: FieldCodes = { stocked: 'stock_number' }
