import type { SearchTypes } from '@medusajs/framework/types'
import { SECTORS } from '../modules/listing/sectors'
import type { Facet, Locale } from './catalogue-types'
import { FACET_SEPARATOR } from './product-document'
import { SECTOR_LABELS } from './sector-labels'
import { spanOf } from './stars'

/** Price ranges of the catalogue in whole đồng: `from` is included, `to` is not. */
export const PRICE_RANGES = [
  { key: '0-50000', from: 0, to: 50_000 },
  { key: '50000-100000', from: 50_000, to: 100_000 },
  { key: '100000-200000', from: 100_000, to: 200_000 },
  { key: '200000-500000', from: 200_000, to: 500_000 },
  { key: '500000-', from: 500_000 },
] as const satisfies { key: string; from: number; to?: number }[]

const STARS = [5, 4, 3] as const

/** Longest list of producers a shopper is shown; chosen ones are always in it. */
const MOST_PRODUCERS = 100

type Values = { value: string; count: number }[]

/** The values of a value facet, most frequent first; none when it was not asked for. */
export function valuesOf(facet: SearchTypes.SearchFacetResult | undefined): Values {
  return facet?.type === 'value' ? facet.values : []
}

/** Every star from 5 to 3 on a day (a number such as 20261122), also those that nothing carries. In: runs of days. */
export function starFacets(counts: Values, day: number, locale: Locale): Facet[] {
  const inForce = counts
    .map(({ value, count }) => ({ ...spanOf(value), count }))
    .filter(({ from, until }) => from <= day && day <= until)
  return STARS.map((stars) => ({
    value: String(stars),
    label: locale === 'en' ? `${stars} stars` : `${stars} sao`,
    count: inForce.filter((row) => row.stars === stars).reduce((sum, { count }) => sum + count, 0),
  }))
}

/** Product groups in the order of the programme. */
export function sectorFacets(counts: Values, chosen: readonly string[], locale: Locale): Facet[] {
  const byValue = new Map(counts.map(({ value, count }) => [value, count]))
  return SECTORS.filter((sector) => byValue.has(sector) || chosen.includes(sector)).map((value) => ({
    value,
    label: SECTOR_LABELS[value][locale],
    count: byValue.get(value) ?? 0,
  }))
}

/** Provinces by name. In: values `code|name|English name`. */
export function provinceFacets(counts: Values, locale: Locale): Facet[] {
  const collator = new Intl.Collator('vi')
  return counts
    .map(({ value, count }) => {
      const [code = '', name = '', nameEn = ''] = value.split(FACET_SEPARATOR)
      return { value: code, label: locale === 'en' ? nameEn : name, count }
    })
    .sort((a, b) => collator.compare(a.label, b.label))
}

/** Producers with most products first, the chosen ones always among them. In: values `handle|name`. */
export function producerFacets(counts: Values, chosen: readonly string[]): Facet[] {
  const facets = counts.map(({ value, count }) => {
    const at = value.indexOf(FACET_SEPARATOR)
    return { value: value.slice(0, at), label: value.slice(at + 1), count }
  })
  const collator = new Intl.Collator('vi')
  const sorted = facets.sort((a, b) => b.count - a.count || collator.compare(a.label, b.label))
  return sorted.filter(({ value }, i) => i < MOST_PRODUCERS || chosen.includes(value))
}

/** Every price range, also empty ones. */
export function priceFacets(facet: SearchTypes.SearchFacetResult | undefined, locale: Locale): Facet[] {
  const counts = new Map(facet?.type === 'range' ? facet.ranges.map(({ key, count }) => [key, count]) : [])
  const dong = new Intl.NumberFormat(locale === 'en' ? 'en-US' : 'vi-VN')
  return PRICE_RANGES.map((range) => ({
    value: range.key,
    label: priceLabel(range, (amount) => `${dong.format(amount)} ₫`, locale),
    count: counts.get(range.key) ?? 0,
  }))
}

function priceLabel(
  { from, to }: { from: number; to?: number },
  money: (amount: number) => string,
  locale: Locale,
): string {
  if (to === undefined) return locale === 'en' ? `${money(from)} and more` : `Từ ${money(from)} trở lên`
  if (from === 0) return locale === 'en' ? `Under ${money(to)}` : `Dưới ${money(to)}`
  return locale === 'en' ? `${money(from)} to under ${money(to)}` : `Từ ${money(from)} đến dưới ${money(to)}`
}
