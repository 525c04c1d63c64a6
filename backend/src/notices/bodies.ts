import { z } from '@medusajs/framework/zod'

const id = z.string().trim().min(1).max(100)

/** `before`: the last id of the page before. */
export const NoticesQuerySchema = z.object({
  before: id.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export type NoticesQuery = z.infer<typeof NoticesQuerySchema>

/** Up to which notice, included, everything has been read. */
export const NoticesReadBodySchema = z.object({ upTo: id })
export type NoticesReadBody = z.infer<typeof NoticesReadBodySchema>
