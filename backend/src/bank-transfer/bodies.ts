import { z } from '@medusajs/framework/zod'
import type { FieldCodes } from '../http/validate'

const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
}
const note = z.string().trim().min(3).max(300)
const reference = z.string().trim().min(3).max(60)

export const FilesQuerySchema = z.object(page)
export type FilesQuery = z.infer<typeof FilesQuerySchema>

/** `state`: `open` are those that wait for a person. */
export const BankLinesQuerySchema = z.object({ state: z.enum(['open', 'settled', 'all']).default('open'), ...page })
export type BankLinesQuery = z.infer<typeof BankLinesQuerySchema>

/** What it needs depends on `action`: see `lineDecision`. */
export const LineDecisionSchema = z.object({
  action: z.enum(['match', 'sale', 'not_ours', 'returned', 'refund', 'reopen']),
  groupNo: z.string().trim().toUpperCase().min(1).max(30).optional(),
  saleNo: z.string().trim().min(1).max(40).optional(),
  reference: reference.optional(),
  note: note.optional(),
})
export type LineDecisionBody = z.infer<typeof LineDecisionSchema>
export const LINE_CODES: FieldCodes = {
  groupNo: 'group_unknown',
  saleNo: 'sale_unknown',
  reference: 'bank_reference_required',
  note: 'settle_note_required',
}

export const CarrierLinesQuerySchema = z.object({ state: z.enum(['open', 'settled', 'all']).default('open'), ...page })
export type CarrierLinesQuery = z.infer<typeof CarrierLinesQuerySchema>

export const RemittedBodySchema = z.object({
  amount: z.number().int().min(0).max(1_000_000_000_000),
  day: z.iso.date(),
  reference,
})
export type RemittedBody = z.infer<typeof RemittedBodySchema>
export const REMITTED_CODES: FieldCodes = { reference: 'bank_reference_required' }

export const CarrierLineBodySchema = z.object({ action: z.enum(['close', 'again']), note })
export type CarrierLineBody = z.infer<typeof CarrierLineBodySchema>
export const CARRIER_LINE_CODES: FieldCodes = { note: 'settle_note_required' }
