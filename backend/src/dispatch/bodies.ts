import { z } from '@medusajs/framework/zod'
import { MESSAGE_STATES } from '../modules/dispatch/states'

/** `state`: which messages; `limit` at most 200. */
export const MessagesQuerySchema = z.object({
  state: z.enum([...MESSAGE_STATES, 'all']).default('all'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
export type MessagesQuery = z.infer<typeof MessagesQuerySchema>

export const RetryBodySchema = z.object({})
