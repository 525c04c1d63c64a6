import type { MedusaContainer } from '@medusajs/framework/types'
import { graph } from '../container/graph'
import { PLACE_MODULE } from '../modules/place'
import type { PlaceModuleService } from '../modules/place/service'
import { foldText } from '../text/fold-text'
import type { AuthorityPlaces } from './authority-name'
import { decisionKey, type ImportQuestion, type ListedProduct, resultKey } from './check-import'

type Known = Pick<ImportQuestion, 'provinces' | 'places' | 'onRecord' | 'listed' | 'coded'>

/** What is on record of everything that rows of past decisions may name. In: the numbers in the file. */
export async function importFacts(container: MedusaContainer, numbers: readonly string[]): Promise<Known> {
  const [places, record, products] = await Promise.all([
    placeNames(container),
    recordedResults(container, numbers),
    listedProducts(container),
  ])
  return { ...places, ...record, ...products }
}

async function placeNames(container: MedusaContainer): Promise<Pick<Known, 'provinces' | 'places'>> {
  const service: PlaceModuleService = container.resolve(PLACE_MODULE)
  const [now, before] = await Promise.all([
    service.listProvinces({}, { take: null }),
    service.listLegacyPlaces({ level: ['province', 'district'] }, { take: null }),
  ])
  const provinces = new Map<string, string>()
  const places = { provinces: new Set<string>(), districts: new Set<string>() } satisfies AuthorityPlaces
  for (const { level, name, targets } of before) {
    const bare = withoutType(name)
    if (level === 'district') places.districts.add(bare)
    else places.provinces.add(bare)
    const [target] = targets
    if (level === 'province' && target !== undefined) provinces.set(bare, target)
  }
  for (const { code, name, full_name } of now) {
    for (const text of [code, foldText(name), foldText(full_name)]) provinces.set(text, code)
    places.provinces.add(foldText(name))
  }
  return { provinces, places }
}

function withoutType(name: string): string {
  return foldText(name).replace(/^(tinh|thanh pho|huyen|quan|thi xa) /, '')
}

interface RecordedDecision {
  number: string
  authority: string
  date: string
  recognitions: { product_name: string; producer_name: string | null }[]
}

async function recordedResults(
  container: MedusaContainer,
  numbers: readonly string[],
): Promise<Pick<Known, 'onRecord'>> {
  const rows = await graph<RecordedDecision>(container, {
    entity: 'council_decision',
    fields: ['number', 'authority', 'date', 'recognitions.product_name', 'recognitions.producer_name'],
    filters: { number: [...numbers] },
  })
  return {
    onRecord: new Map(
      rows.map(({ number, authority, date, recognitions }) => [
        decisionKey(number, authority, date),
        new Set(recognitions.map(({ product_name, producer_name }) => resultKey(product_name, producer_name ?? ''))),
      ]),
    ),
  }
}

interface ListedRow {
  id: string
  title: string
  producer: { id: string; name: string } | null
  recognitions: { product_code: string | null }[] | null
}

async function listedProducts(container: MedusaContainer): Promise<Pick<Known, 'listed' | 'coded'>> {
  const rows = await graph<ListedRow>(container, {
    entity: 'product',
    fields: ['id', 'title', 'producer.id', 'producer.name', 'recognitions.product_code'],
  })
  const listed = new Map<string, ListedProduct>()
  const coded = new Map<string, ListedProduct>()
  for (const { id, title, producer, recognitions } of rows) {
    if (producer === null) continue
    const product = { id, producerId: producer.id }
    listed.set(resultKey(title, producer.name), product)
    for (const { product_code: code } of recognitions ?? []) if (code) coded.set(code, product)
  }
  return { listed, coded }
}
