import { z } from '@medusajs/framework/zod'

export const PapersQuerySchema = z.object({
  kind: z.string().trim().min(1).max(60).optional(),
  standing: z.enum(['valid', 'expiring', 'expired', 'replaced', 'withdrawn']).optional(),
  take: z.coerce.number().int().min(1).max(200).default(100),
  skip: z.coerce.number().int().min(0).max(100_000).default(0),
})
export type PapersQuery = z.infer<typeof PapersQuerySchema>

/** For deeds that need no words. */
export const NothingSchema = z.object({})

/** What an official says who compared a paper with its original. */
export const VerifyBodySchema = z.object({ note: z.string().trim().max(500).nullable().default(null) })
export type VerifyBody = z.infer<typeof VerifyBodySchema>

const text = z.string().trim().min(1).max(100)

/** Members that are left out stay as they are. */
export const RepresentativeBodySchema = z.object({
  /** Số định danh cá nhân (Luật Căn cước 2023): 12 digits. */
  personal_id: z
    .string()
    .trim()
    .regex(/^\d{12}$/)
    .optional(),
  gender: z.enum(['female', 'male', 'other']).optional(),
  ethnicity: text.optional(),
  disability: text.optional(),
})
export type RepresentativeBody = z.infer<typeof RepresentativeBodySchema>
