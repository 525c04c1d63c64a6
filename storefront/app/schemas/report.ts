import { z } from 'zod'

export const MEASURES = ['recognised', 'new', 'upgraded', 'five_stars', 'holders'] as const

/** A plan's target as the form gives it; messages are keys of the reports' words. */
export const targetSchema = z.object({
  measure: z.enum(MEASURES, 'errorMeasure'),
  place: z.string().trim().max(120, 'errorPlace'),
  target: z
    .string()
    .trim()
    .regex(/^(\d{1,6}|1000000)$/, 'errorTarget')
    .transform(Number),
  source: z.string().trim().min(3, 'errorSource').max(300, 'errorSource'),
})

/** Why there is a further edition; the first one needs no note. */
export const releaseSchema = z.object({ note: z.string().trim().max(500, 'errorNote') })
