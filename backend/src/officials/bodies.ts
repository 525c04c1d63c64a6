import { z } from '@medusajs/framework/zod'

export const NoQuerySchema = z.object({})
