import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ChipLink } from '#app/components/chip-link.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { ProductGrid } from '#app/components/product-grid.tsx'
import { ScanRoad } from '#app/components/scan-road.tsx'
import { SearchForm } from '#app/components/search-form.tsx'
import { home } from '#app/i18n/home.ts'
import { places } from '#app/i18n/places.ts'
import { shell } from '#app/i18n/shell.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { catalogueHref, EMPTY_QUERY } from '#app/lib/catalogue-query.ts'
import { env } from '#app/lib/env.server.ts'
import { formatNumber } from '#app/lib/format.ts'
import { findProducts } from '#app/lib/medusa/catalogue.server.ts'
import { listProvinces } from '#app/lib/medusa/provinces.server.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { type PageHead, pageMeta } from '#app/lib/page-meta.ts'
import { productListing } from '#app/lib/product-listing.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

const FEATURED = 8
const REGIONS = 6

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = pageHeaders('catalogue')

export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const starred = { ...EMPTY_QUERY, stars: ['3', '4', '5'] }
  const [answer, provinces] = await pageData(
    Promise.all([findProducts(context, starred, FEATURED), listProvinces(context)]),
  )
  const t = serverT(context, home)
  const head: PageHead = {
    title: `Sao Làng: ${serverT(context, shell)('tagline')}`,
    description: t('description'),
    locale: context.locale,
    url: `${env().STOREFRONT_URL}/`,
    index: true,
    data: [
      {
        '@context': 'https://schema.org',
        '@type': 'WebSite',
        name: 'Sao Làng',
        url: `${env().STOREFRONT_URL}/`,
        potentialAction: {
          '@type': 'SearchAction',
          target: `${env().STOREFRONT_URL}/san-pham?q={search_term_string}`,
          'query-input': 'required name=search_term_string',
        },
      },
    ],
  }
  return {
    head,
    featured: answer.items.map(productListing),
    stars: answer.facets.stars,
    starred: answer.total,
    provinces: provinces.filter((province) => province.productCount > 0).length,
    total: provinces.reduce((sum, province) => sum + province.productCount, 0),
    regions: [...provinces]
      .filter((province) => province.productCount > 0)
      .sort((a, b) => b.productCount - a.productCount)
      .slice(0, REGIONS),
  }
}

export default function HomePage() {
  const { featured, stars, starred, provinces, total, regions } = useLoaderData<typeof loader>()
  const t = useT(home)
  const placeWords = useT(places)
  const locale = useLocale()
  const starsFirst = [...stars].sort((a, b) => Number(b.value) - Number(a.value))
  return (
    <>
      <div className="hero">
        <div className="hero-scene" aria-hidden="true" />
        <div className="wrap hero-words">
          <h1>{t('title')}</h1>
          <p className="max-w-[46ch] text-lg">{t('lead')}</p>
          <SearchForm className="mt-2 max-w-xl" />
          <nav aria-label={t('byStars')} className="flex flex-wrap gap-2">
            <ChipLink to="/san-pham">
              {t('allProducts')} <span className="tabular text-muted">{formatNumber(total, locale)}</span>
            </ChipLink>
            {starsFirst.map((facet) => (
              <ChipLink key={facet.value} to={catalogueHref(EMPTY_QUERY, { stars: [facet.value] })}>
                <span className="stars stars-one" aria-hidden="true" />
                {t('starsChip', { stars: facet.value })}{' '}
                <span className="tabular text-muted">{formatNumber(facet.count, locale)}</span>
              </ChipLink>
            ))}
          </nav>
        </div>
      </div>

      <section className="wrap pt-10 md:pt-14">
        <h2 className="pb-4">{t('starredTitle')}</h2>
        <ProductGrid products={featured} />
        <p className="pt-6">
          <LinkButton look="quiet" to="/san-pham">
            {t('seeAll')}
          </LinkButton>
        </p>
      </section>

      <ScanRoad />

      <section className="wrap pt-12">
        <h2 className="pb-4">{t('regionsTitle')}</h2>
        <ul className="province-list province-list-few">
          {regions.map((province) => (
            <li key={province.code}>
              <Link className="milestone" to={`/vung/${province.slug}`}>
                <span className="font-semibold">{locale === 'en' ? province.nameEn : province.name}</span>
                <span className="tabular text-sm text-muted">
                  {placeWords('productCount', { count: province.productCount })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
        <p className="pt-4">
          <Link className="link inline-flex min-h-11 items-center" to="/vung">
            {t('regionsAll')}
          </Link>
        </p>
      </section>

      <section className="wrap pt-12">
        <div className="figures">
          <div className="grid content-start gap-3">
            <h2>{t('figuresTitle')}</h2>
            <p className="text-muted">{t('figuresText')}</p>
            <p>
              <LinkButton look="quiet" to="/so-lieu">
                {t('figuresAction')}
              </LinkButton>
            </p>
          </div>
          <dl className="figure-row">
            <Figure value={formatNumber(total, locale)} label={t('figureProducts', { count: total })} />
            <Figure value={formatNumber(starred, locale)} label={t('figureStarred', { count: starred })} />
            <Figure value={formatNumber(provinces, locale)} label={t('figureProvinces', { count: provinces })} />
          </dl>
        </div>
      </section>
    </>
  )
}

function Figure({ value, label }: { value: string; label: string }) {
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="tabular text-3xl font-bold text-leaf md:text-4xl">{value}</dd>
    </div>
  )
}
