import type { ReactNode } from 'react'
import { catalogue } from '#app/i18n/catalogue.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import type { CatalogueQuery, LIST_FACETS } from '#app/lib/catalogue-query.ts'
import { priceLabel } from '#app/lib/facet-labels.ts'
import { formatNumber } from '#app/lib/format.ts'
import type { Facet, FacetName } from '#app/lib/medusa/types.ts'
import { Button } from './button.tsx'

const SHOWN = 6

interface FacetPanelProps {
  facets: Record<FacetName, Facet[]>
  query: CatalogueQuery
  onApply: () => void
}

/** The filters of a list, with how many products each value would give. Part of a GET form called `filters`. */
export function FacetPanel({ facets, query, onApply }: FacetPanelProps) {
  const t = useT(catalogue)
  const locale = useLocale()
  return (
    <div className="grid gap-6">
      <FacetGroup name="stars" legend={t('stars')} facets={facets.stars} chosen={query.stars} />
      <FacetGroup name="sector" legend={t('sector')} facets={facets.sector} chosen={query.sector} />
      <FacetGroup name="province" legend={t('province')} facets={facets.province} chosen={query.province} />
      <fieldset>
        <legend className="facet-legend">{t('price')}</legend>
        <Choice type="radio" name="price" value="" checked={query.price === null}>
          {t('priceAny')}
        </Choice>
        {facets.price.map((facet) => (
          <Choice
            key={facet.value}
            type="radio"
            name="price"
            value={facet.value}
            checked={query.price === facet.value}
            count={facet.count}
          >
            {priceLabel(facet.value, locale)}
          </Choice>
        ))}
      </fieldset>
      <FacetGroup name="producer" legend={t('producer')} facets={facets.producer} chosen={query.producer} />
      <Button look="quiet" onClick={onApply}>
        {t('apply')}
      </Button>
    </div>
  )
}

interface FacetGroupProps {
  name: (typeof LIST_FACETS)[number]
  legend: string
  facets: Facet[]
  chosen: string[]
}

function FacetGroup({ name, legend, facets, chosen }: FacetGroupProps) {
  const t = useT(catalogue)
  if (facets.length === 0) return null
  // A chosen value never hides among the rest.
  const first = facets.filter((facet, index) => index < SHOWN || chosen.includes(facet.value))
  const rest = facets.filter((facet) => !first.includes(facet))
  const choice = (facet: Facet) => (
    <Choice
      key={facet.value}
      type="checkbox"
      name={name}
      value={facet.value}
      checked={chosen.includes(facet.value)}
      count={facet.count}
    >
      {facet.label}
    </Choice>
  )
  return (
    <fieldset>
      <legend className="facet-legend">{legend}</legend>
      {first.map(choice)}
      {rest.length > 0 ? (
        <details>
          <summary className="flex min-h-11 items-center text-sm font-semibold text-leaf">
            {t('more', { count: rest.length })}
          </summary>
          {rest.map(choice)}
        </details>
      ) : null}
    </fieldset>
  )
}

interface ChoiceProps {
  type: 'checkbox' | 'radio'
  name: FacetName
  value: string
  checked: boolean
  count?: number
  children: ReactNode
}

function Choice({ type, name, value, checked, count, children }: ChoiceProps) {
  const locale = useLocale()
  return (
    <label className="facet-choice">
      <input type={type} name={name} value={value} defaultChecked={checked} />
      <span className="flex-1">{children}</span>
      {count === undefined ? null : <span className="tabular text-sm text-muted">{formatNumber(count, locale)}</span>}
    </label>
  )
}
