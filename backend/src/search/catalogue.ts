import type { MedusaContainer } from '@medusajs/framework/types'
import type { CataloguePage, CatalogueParams } from './catalogue-types'

/**
 * One page of the catalogue, read from search documents alone.
 * In: the Medusa container and the shopper's choices. Out: cards, total and facets; see `CataloguePage`.
 * Stars are those of today at +07. Throws MedusaError when the search index is not built yet.
 */
export async function searchCatalogue(container: MedusaContainer, params: CatalogueParams): Promise<CataloguePage> {
  throw new Error(`not built yet: ${String(container)} ${String(params)}`)
}
