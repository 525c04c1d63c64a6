import { z } from 'zod'

const day = z.iso.date('errorDay')

/** Artwork with the mark. Messages are keys of `i18n/holder-inspections.ts`. */
export const artworkSchema = z.object({
  usedOn: z.enum(['label', 'packaging', 'advertising']),
  title: z.string().trim().min(1, 'errorTitle').max(200, 'errorTitle'),
  printedName: z.string().trim().min(1, 'errorName').max(300, 'errorName'),
  printedStars: z.coerce.number().int().min(1).max(5),
  since: day,
})

/** The last day on which artwork was printed. */
export const lastDaySchema = z.object({ until: day })
