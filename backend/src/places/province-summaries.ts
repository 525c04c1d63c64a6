import type { MedusaContainer } from '@medusajs/framework/types'
import { PLACE_MODULE } from '../modules/place'
import type { PlaceModuleService } from '../modules/place/service'
import { searchCatalogue } from '../search/catalogue'

export interface ProvinceSummary {
  code: string
  slug: string
  name: string
  fullName: string
  type: string
  nameEn: string
  communeCount: number
  /** Products on sale in the caller's channels. */
  productCount: number
}

const vietnamese = new Intl.Collator('vi')

/** All provinces in Vietnamese order. In: the channels whose products are counted. */
export async function provinceSummaries(
  container: MedusaContainer,
  salesChannelIds: readonly string[],
): Promise<ProvinceSummary[]> {
  const places: PlaceModuleService = container.resolve(PLACE_MODULE)
  const [provinces, communes, catalogue] = await Promise.all([
    places.listProvinces({}, { take: null }),
    places.countCommunes(),
    searchCatalogue(container, { salesChannelIds, perPage: 1 }),
  ])
  const products = new Map(catalogue.facets.province.map((facet) => [facet.value, facet.count]))
  return provinces
    .map((province) => ({
      code: province.code,
      slug: province.slug,
      name: province.name,
      fullName: province.full_name,
      type: province.type,
      nameEn: province.name_en,
      communeCount: communes.get(province.code) ?? 0,
      productCount: products.get(province.code) ?? 0,
    }))
    .sort((a, b) => vietnamese.compare(a.name, b.name))
}

/** Names of the provinces that became part of one on 2025-07-01, when it was merged from several. */
export async function formerProvinces(container: MedusaContainer, provinceCode: string): Promise<string[]> {
  const places: PlaceModuleService = container.resolve(PLACE_MODULE)
  const former = await places.listLegacyPlaces({ level: 'province' }, { take: null })
  const names = former.filter((place) => place.targets.includes(provinceCode)).map((place) => place.name)
  return names.length > 1 ? names.sort(vietnamese.compare) : []
}

/** Sorts rows by name as a Vietnamese reader expects. */
export function inVietnameseOrder<T extends { name: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => vietnamese.compare(a.name, b.name))
}
