import { z } from '@medusajs/framework/zod'
import { PROPOSAL_STATES } from '../modules/listing/proposal-states'
import { ListingDraftSchema } from './listing-draft'

export const NewProposalSchema = z.strictObject({
  draft: ListingDraftSchema,
  /** The product on sale that gets more pack sizes; null for a new product. */
  forProductId: z.string().min(1).max(100).nullable().default(null),
})
export type NewProposalBody = z.infer<typeof NewProposalSchema>

export const SaveProposalSchema = z.strictObject({ version: z.int().min(1), draft: ListingDraftSchema })
export type SaveProposalBody = z.infer<typeof SaveProposalSchema>

export const ProposalsQuerySchema = z.object({
  state: z.enum(PROPOSAL_STATES).default('submitted'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
})
export type ProposalsQuery = z.infer<typeof ProposalsQuerySchema>
