import { z } from '@medusajs/framework/zod'
import type { FieldCodes } from '../../http/validate'
import { MOST_SHARE_BPS } from './agreement-rules'

const id = z.string().trim().min(1).max(100)
const note = z.string().trim().max(1_000).nullable().default(null)

/** `q`: words of a producer's name; `producer`: whose products are asked for. */
export const AgreementsQuerySchema = z.object({ q: z.string().max(100).default(''), producer: id.optional() })
export type AgreementsQuery = z.infer<typeof AgreementsQuerySchema>

/** `productIds`: null for all; `shareBps`: of the price, in basis points. */
export const ProposalBodySchema = z.object({
  producerId: id,
  productIds: z.array(id).min(1).max(500).nullable(),
  shareBps: z.number().int().min(0).max(MOST_SHARE_BPS),
  firstDay: z.iso.date(),
  lastDay: z.iso.date().nullable(),
  note,
})
export type ProposalBody = z.infer<typeof ProposalBodySchema>
export const PROPOSAL_CODES: FieldCodes = {
  productIds: 'agreement_products',
  shareBps: 'agreement_share',
  firstDay: 'agreement_first_day',
  lastDay: 'agreement_last_day',
}

/** `lastDay`: the last day that still counts. */
export const EndAgreementBodySchema = z.object({ lastDay: z.iso.date(), reason: note })
export type EndAgreementBody = z.infer<typeof EndAgreementBodySchema>
export const END_CODES: FieldCodes = { lastDay: 'agreement_end_day' }

export const DeclineBodySchema = z.object({ reason: z.string().trim().min(3).max(500) })
export type DeclineBody = z.infer<typeof DeclineBodySchema>
