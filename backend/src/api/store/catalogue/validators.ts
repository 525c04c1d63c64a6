import { z } from '@medusajs/framework/zod'
import { SECTORS } from '../../../modules/listing/sectors'
import { MOST_PER_PAGE, PER_PAGE } from '../../../search/catalogue'
import type { CatalogueParams, Locale, Stars } from '../../../search/catalogue-types'
import { RANKING_NAMES } from '../../../search/ranking-criteria'

/** Values of one facet in one address. */
const MOST_VALUES = 20
/** Above any price of the shop, and far from where whole numbers end. */
const MOST_DONG = 1_000_000_000_000

/** One value or several; `stars=4&stars=5` and `stars=4` are both a list. */
const listOf = <T extends z.ZodType>(value: T) =>
  z.preprocess((given) => (Array.isArray(given) ? given : [given]), z.array(value).min(1).max(MOST_VALUES)).optional()

const dong = z.coerce.number().int().min(0).max(MOST_DONG)

export const CatalogueQuerySchema = z.object({
  q: z.string().optional(),
  stars: listOf(z.enum(['3', '4', '5'])),
  sector: listOf(z.enum(SECTORS)),
  province: listOf(z.string().regex(/^\d{2}$/)),
  producer: listOf(z.string().regex(/^[a-z0-9-]{1,120}$/)),
  price_min: dong.optional(),
  price_max: dong.optional(),
  sort: z.enum(RANKING_NAMES).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  per_page: z.coerce.number().int().min(1).max(MOST_PER_PAGE).default(PER_PAGE),
  locale: z.enum(['vi', 'en']).default('vi'),
})
export type CatalogueQuery = z.infer<typeof CatalogueQuerySchema>

export const ProductQuerySchema = z.object({ locale: z.enum(['vi', 'en']).default('vi') })
export type ProductQuery = { locale: Locale }

/** A validated address as the search understands it; equal choices give equal objects, whatever their order. */
export function toParams(query: CatalogueQuery, salesChannelIds: readonly string[]): CatalogueParams {
  const list = (values: unknown): string[] => [...new Set(values as string[])].sort()
  return {
    salesChannelIds: [...salesChannelIds].sort(),
    page: query.page,
    perPage: query.per_page,
    locale: query.locale,
    ...(query.q?.trim() ? { q: query.q.trim().normalize('NFC').toLowerCase() } : {}),
    ...(query.stars ? { stars: list(query.stars).map((stars) => Number(stars) as Stars) } : {}),
    ...(query.sector ? { sector: list(query.sector) } : {}),
    ...(query.province ? { province: list(query.province) } : {}),
    ...(query.producer ? { producer: list(query.producer) } : {}),
    ...(query.price_min === undefined ? {} : { priceMin: query.price_min }),
    ...(query.price_max === undefined ? {} : { priceMax: query.price_max }),
    ...(query.sort === undefined ? {} : { sort: query.sort }),
  }
}
