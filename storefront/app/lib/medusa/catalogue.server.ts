import { type CatalogueQuery, catalogueApiSearch } from '#app/lib/catalogue-query.ts'
import type { RequestContext } from '#app/lib/request-context.server.ts'
import { publicAnswer } from './answer-cache.server.ts'
import type { CatalogueAnswer, ProductDetail, SitemapAnswer } from './types.ts'

/** One page of products with facet counts. Throws ShopError. */
export function findProducts(context: RequestContext, query: CatalogueQuery, perPage = 24): Promise<CatalogueAnswer> {
  return publicAnswer(context, '/store/catalogue', catalogueApiSearch(query, context.locale, perPage))
}

/** Everything a product page shows. Throws ShopError, `not_found` for an unknown handle. */
export async function readProduct(context: RequestContext, handle: string): Promise<ProductDetail> {
  const { product } = await publicAnswer<{ product: ProductDetail }>(
    context,
    `/store/catalogue/${encodeURIComponent(handle)}`,
    { locale: context.locale },
  )
  return product
}

/** Every public page with the moment it changed. Throws ShopError. */
export function readSitemap(context: RequestContext): Promise<SitemapAnswer> {
  return publicAnswer(context, '/store/sitemap')
}
