import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FollowForm } from '#app/components/account/follow-form.tsx'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { ProductGrid } from '#app/components/product-grid.tsx'
import { SampleNote } from '#app/components/sample-note.tsx'
import { Fact } from '#app/components/scan/fact.tsx'
import { PlaceName } from '#app/components/scan/place-name.tsx'
import { places } from '#app/i18n/places.ts'
import { shell } from '#app/i18n/shell.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { breadcrumbData } from '#app/lib/breadcrumb-data.server.ts'
import { catalogueHref, EMPTY_QUERY } from '#app/lib/catalogue-query.ts'
import { env } from '#app/lib/env.server.ts'
import { legalFormLabel } from '#app/lib/legal-form.ts'
import { readProducer } from '#app/lib/medusa/producers.server.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { type PageHead, pageMeta } from '#app/lib/page-meta.ts'
import { productListing } from '#app/lib/product-listing.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

const MOST_PRODUCTS = 24

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = pageHeaders('catalogue')

export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const { producer, products } = await pageData(readProducer(context, args.params.handle ?? ''))
  const t = serverT(context, places)
  const crumbs = [
    { label: t('producersTitle'), to: '/nha-san-xuat' },
    { label: producer.name, to: `/nha-san-xuat/${producer.handle}` },
  ]
  const url = `${env().STOREFRONT_URL}/nha-san-xuat/${producer.handle}`
  const head: PageHead = {
    title: producer.name,
    description: t('producerDescription', { name: producer.name, place: producer.place.provinceName }),
    locale: context.locale,
    url,
    index: true,
    data: [
      {
        '@context': 'https://schema.org',
        '@type': 'Organization',
        name: producer.name,
        url,
        address: {
          '@type': 'PostalAddress',
          addressCountry: 'VN',
          addressRegion: producer.place.provinceName,
          addressLocality: producer.place.communeName ?? undefined,
        },
      },
      breadcrumbData(serverT(context, shell)('home'), crumbs),
    ],
  }
  return {
    head,
    crumbs,
    producer,
    products: products.slice(0, MOST_PRODUCTS).map(productListing),
    productCount: products.length,
  }
}

export default function ProducerPage() {
  const { producer, products, productCount, crumbs } = useLoaderData<typeof loader>()
  const t = useT(places)
  const locale = useLocale()
  return (
    <div className="wrap">
      <Breadcrumbs crumbs={crumbs} />
      <PageHeader title={producer.name} eyebrow={legalFormLabel(producer.legalForm, locale)}>
        {producer.sample.length > 0 ? (
          <p>
            <SampleNote />
          </p>
        ) : null}
        <FollowForm type="producer" handle={producer.handle} />
      </PageHeader>
      <dl className="facts card card-body max-w-[44rem]">
        <Fact label={t('place')}>
          <PlaceName place={producer.place} />
        </Fact>
        <Fact label={t('phone')}>
          {producer.phone ? (
            <a className="link" href={`tel:${producer.phone.replace(/[^\d+]/g, '')}`}>
              {producer.phone}
            </a>
          ) : null}
        </Fact>
        <Fact label={t('source')}>{producer.source}</Fact>
      </dl>
      {producer.story ? (
        <section className="story-sheet mt-8">
          <div>
            <h2 className="story-title">{t('story')}</h2>
            <p className="story" lang="vi">
              {producer.story}
            </p>
          </div>
        </section>
      ) : null}
      <section className="pt-10">
        <h2 className="pb-4">{t('productsOf')}</h2>
        {products.length > 0 ? (
          <>
            <ProductGrid products={products} priority={2} />
            {productCount > products.length ? (
              <p className="pt-6">
                <LinkButton look="quiet" to={catalogueHref(EMPTY_QUERY, { producer: [producer.handle] })}>
                  {t('allProductsHere', { count: productCount })}
                </LinkButton>
              </p>
            ) : null}
          </>
        ) : (
          <EmptyState
            title={t('noProducts')}
            actions={
              <LinkButton look="quiet" to="/nha-san-xuat">
                {t('allProducers')}
              </LinkButton>
            }
          >
            <p>{t('noProductsProducer')}</p>
          </EmptyState>
        )}
      </section>
    </div>
  )
}
