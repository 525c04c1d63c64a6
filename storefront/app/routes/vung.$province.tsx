import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { ProducerList } from '#app/components/producer-list.tsx'
import { ProductGrid } from '#app/components/product-grid.tsx'
import { places } from '#app/i18n/places.ts'
import { shell } from '#app/i18n/shell.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { breadcrumbData } from '#app/lib/breadcrumb-data.server.ts'
import { catalogueHref, EMPTY_QUERY } from '#app/lib/catalogue-query.ts'
import { env } from '#app/lib/env.server.ts'
import { formatList } from '#app/lib/format.ts'
import { readProvince } from '#app/lib/medusa/provinces.server.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { type PageHead, pageMeta } from '#app/lib/page-meta.ts'
import { producersHref } from '#app/lib/producer-query.ts'
import { productListing } from '#app/lib/product-listing.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

const MOST_PRODUCTS = 24
const MOST_PRODUCERS = 12

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = pageHeaders('catalogue')

export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const answer = await pageData(readProvince(context, args.params.province ?? ''))
  const { province } = answer
  const t = serverT(context, places)
  const name = context.locale === 'en' ? province.nameEn : province.fullName
  const crumbs = [
    { label: t('regionsTitle'), to: '/vung' },
    { label: context.locale === 'en' ? province.nameEn : province.name, to: `/vung/${province.slug}` },
  ]
  const head: PageHead = {
    title: t('regionsOf', { name: context.locale === 'en' ? province.nameEn : province.name }),
    description: t('regionDescription', { name }),
    locale: context.locale,
    url: `${env().STOREFRONT_URL}/vung/${province.slug}`,
    index: true,
    data: [breadcrumbData(serverT(context, shell)('home'), crumbs)],
  }
  return {
    head,
    crumbs,
    name,
    province,
    formerProvinces: answer.formerProvinces,
    products: answer.products.slice(0, MOST_PRODUCTS).map(productListing),
    producers: answer.producers.slice(0, MOST_PRODUCERS),
    productCount: answer.products.length,
    producerCount: answer.producers.length,
  }
}

export default function RegionPage() {
  const { crumbs, name, province, formerProvinces, products, producers, productCount, producerCount } =
    useLoaderData<typeof loader>()
  const t = useT(places)
  const locale = useLocale()
  return (
    <div className="wrap">
      <Breadcrumbs crumbs={crumbs} />
      <PageHeader
        title={name}
        eyebrow={t('communes', { count: province.communeCount })}
        lead={formerProvinces.length > 1 ? t('former', { names: formatList(formerProvinces, locale) }) : null}
      />
      <section>
        <h2 className="pb-4">{t('regionsOf', { name: crumbs[1]?.label ?? name })}</h2>
        {products.length > 0 ? (
          <>
            <ProductGrid products={products} priority={2} />
            {productCount > products.length ? (
              <p className="pt-6">
                <LinkButton look="quiet" to={catalogueHref(EMPTY_QUERY, { province: [province.code] })}>
                  {t('allProductsHere', { count: productCount })}
                </LinkButton>
              </p>
            ) : null}
          </>
        ) : (
          <EmptyState title={t('noProducts')} actions={<LinkButton to="/vung">{t('regionsTitle')}</LinkButton>}>
            <p>{t('noProductsRegion')}</p>
          </EmptyState>
        )}
      </section>
      {producers.length > 0 ? (
        <section className="pt-12">
          <h2 className="pb-4">{t('regionProducers')}</h2>
          <ProducerList producers={producers} />
          {producerCount > producers.length ? (
            <p className="pt-6">
              <LinkButton look="quiet" to={producersHref({ q: '', province: province.code, page: 1 })}>
                {t('allProducersHere', { count: producerCount })}
              </LinkButton>
            </p>
          ) : null}
        </section>
      ) : null}
    </div>
  )
}
