import type { SeedData } from '../data/load-data.ts'
import { between, pick, seededRandom } from '../seeded-random.ts'
import { KINDS, type Kind } from './kinds.ts'

/** A made-up producer: the name says so. */
export interface SyntheticProducer {
  handle: string
  name: string
  legalForm: 'cooperative' | 'cooperative_group' | 'household' | 'llc' | 'production_facility'
  provinceCode: string
  communeCode: string
}

export interface SyntheticProduct {
  handle: string
  title: string
  kind: Kind
  producerHandle: string
  variants: { title: string; weightGrams: number | null; price: number; stock: number }[]
  /** Null: never recognised. */
  recognition: { decision: string; stars: 3 | 4 | 5; points: number } | null
}

export interface SyntheticDecision {
  number: string
  date: string
  authority: string
  level: 'province' | 'central'
  validFrom: string
  validTo: string
}

export interface SyntheticCatalogue {
  producers: SyntheticProducer[]
  products: SyntheticProduct[]
  decisions: Map<string, SyntheticDecision>
}

const FORMS = [
  { form: 'cooperative', word: 'Hợp tác xã mẫu' },
  { form: 'cooperative_group', word: 'Tổ hợp tác mẫu' },
  { form: 'household', word: 'Hộ kinh doanh mẫu' },
  { form: 'llc', word: 'Công ty TNHH mẫu' },
  { form: 'production_facility', word: 'Cơ sở sản xuất mẫu' },
] as const
const PRODUCTS_A_PRODUCER = 8
/** Days of decision: two years that are valid long from now, one that has lapsed, one that lapses soon. */
const ROUNDS = [
  { key: 'a', date: '2025-06-25', weight: 5 },
  { key: 'b', date: '2026-06-24', weight: 3 },
  { key: 'c', date: '2023-06-28', weight: 1.5 },
  { key: 'd', date: '2024-01-15', weight: 0.8 },
] as const

/**
 * A catalogue of `count` made-up products over all provinces, sectors and stars, lapsed and never recognised ones too.
 * The same data and count give the same catalogue for ever, and a larger one begins with the smaller one.
 */
export function syntheticCatalogue(data: SeedData, count: number): SyntheticCatalogue {
  const communesOf = new Map<string, SeedData['communes']>()
  for (const commune of data.communes) {
    communesOf.set(commune.provinceCode, [...(communesOf.get(commune.provinceCode) ?? []), commune])
  }
  const decisions = new Map<string, SyntheticDecision>()
  const producers: SyntheticProducer[] = []
  const products: SyntheticProduct[] = []
  for (let at = 0; at < count; at++) {
    const group = Math.floor(at / PRODUCTS_A_PRODUCER)
    const province = data.provinces[group % data.provinces.length]
    if (!province) throw new Error('seed/data: there are no provinces')
    if (at % PRODUCTS_A_PRODUCER === 0) producers.push(syntheticProducer(group, communesOf.get(province.code) ?? []))
    const producer = producers[group]
    if (!producer) throw new Error('a synthetic product needs its producer')
    products.push(syntheticProduct(at, producer, province, communesOf.get(province.code) ?? [], decisions))
  }
  return { producers, products, decisions }
}

function syntheticProducer(group: number, communes: SeedData['communes']): SyntheticProducer {
  const random = seededRandom(`producer:${group}`)
  const commune = pick(random, communes)
  const { form, word } = pick(random, FORMS)
  return {
    handle: `mau-${slug(commune.ascii)}-${group}`,
    name: `${word} ${commune.name} ${group + 1}`,
    legalForm: form,
    provinceCode: commune.provinceCode,
    communeCode: commune.code,
  }
}

function syntheticProduct(
  at: number,
  producer: SyntheticProducer,
  province: SeedData['provinces'][number],
  communes: SeedData['communes'],
  decisions: Map<string, SyntheticDecision>,
): SyntheticProduct {
  const random = seededRandom(`product:${at}`)
  const kind = pick(random, KINDS)
  const place = communes.find((commune) => commune.code === producer.communeCode) ?? pick(random, communes)
  const title = [pick(random, kind.nouns), place.name, pick(random, kind.manners)]
    .filter((word) => word !== '')
    .join(' ')
  const price = Math.round(between(random, kind.price[0], kind.price[1]) / 1000) * 1000
  const stocked = kind.sector !== 'tourism'
  return {
    handle: `mau-${slug(fold(title))}-${at}`,
    title,
    kind,
    producerHandle: producer.handle,
    variants: kind.packs.map((pack) => ({
      title: pack.title,
      weightGrams: pack.grams,
      price: Math.round((price * pack.factor) / 1000) * 1000,
      stock: stocked && random() > 0.06 ? between(random, 3, 400) : 0,
    })),
    recognition: random() < 0.08 ? null : recognition(random, province, decisions),
  }
}

function recognition(
  random: () => number,
  province: SeedData['provinces'][number],
  decisions: Map<string, SyntheticDecision>,
): SyntheticProduct['recognition'] {
  const luck = random()
  const stars = luck < 0.012 ? 5 : luck < 0.24 ? 4 : 3
  const points = { 3: between(random, 50, 69), 4: between(random, 70, 89), 5: between(random, 90, 97) }[stars]
  let weight = random() * ROUNDS.reduce((sum, round) => sum + round.weight, 0)
  const round =
    ROUNDS.find((candidate) => {
      weight -= candidate.weight
      return weight < 0
    }) ?? ROUNDS[0]
  const central = stars === 5
  const key = `${central ? 'central' : province.code}-${round.key}`
  if (!decisions.has(key)) {
    decisions.set(key, {
      number: central ? `00${round.key.toUpperCase()}0/QĐ-MẪU` : `00${province.code}${round.key.toUpperCase()}/QĐ-MẪU`,
      date: round.date,
      authority: central ? 'Bộ Nông nghiệp và Môi trường' : `UBND ${lowerFirst(province.fullName)}`,
      level: central ? 'central' : 'province',
      validFrom: round.date,
      validTo: `${Number(round.date.slice(0, 4)) + 3}${round.date.slice(4)}`,
    })
  }
  return { decision: key, stars, points }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
}
function slug(ascii: string): string {
  return ascii
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
