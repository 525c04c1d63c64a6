import { catalogue } from '#app/i18n/catalogue.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/messages.ts'
import type { CatalogueQuery } from './catalogue-query.ts'
import { LIST_FACETS } from './catalogue-query.ts'
import { formatMoney, formatNumber } from './format.ts'
import type { Facet, FacetName } from './medusa/types.ts'

/** A price range (đồng) in words: `50000-100000` is "50.000–100.000 ₫". */
export function priceLabel(range: string, locale: Locale): string {
  const t = translator(locale, catalogue)
  const [least = '', most = ''] = range.split('-')
  if (!most) return t('priceFrom', { least: formatMoney(Number(least), locale) })
  if (Number(least) === 0) return t('priceUnder', { most: formatMoney(Number(most), locale) })
  return t('priceRange', { least: formatNumber(Number(least), locale), most: formatMoney(Number(most), locale) })
}

/** Every value that narrows the list, with its label; a value the shop no longer counts keeps its own text. */
export function chosenValues(query: CatalogueQuery, facets: Record<FacetName, Facet[]>, locale: Locale) {
  const chosen = LIST_FACETS.flatMap((facet) =>
    query[facet].map((value) => ({
      facet: facet as FacetName,
      value,
      label: facets[facet].find((one) => one.value === value)?.label ?? value,
    })),
  )
  return query.price
    ? [...chosen, { facet: 'price' as const, value: query.price, label: priceLabel(query.price, locale) }]
    : chosen
}
