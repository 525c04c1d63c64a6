import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { PlainLink } from '#app/components/plain-link.tsx'
import { VietnamMap } from '#app/components/vietnam-map.tsx'
import { places } from '#app/i18n/places.ts'
import { shell } from '#app/i18n/shell.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { breadcrumbData } from '#app/lib/breadcrumb-data.server.ts'
import { env } from '#app/lib/env.server.ts'
import { listProvinces } from '#app/lib/medusa/provinces.server.ts'
import type { ProvinceSummary } from '#app/lib/medusa/types.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { type PageHead, pageMeta } from '#app/lib/page-meta.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = pageHeaders('catalogue')

export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const provinces = await pageData(listProvinces(context))
  const t = serverT(context, places)
  const inOrder = [...provinces].sort((a, b) => b.productCount - a.productCount || a.name.localeCompare(b.name, 'vi'))
  const head: PageHead = {
    title: t('regionsTitle'),
    description: t('regionsDescription'),
    locale: context.locale,
    url: `${env().STOREFRONT_URL}/vung`,
    index: true,
    data: [breadcrumbData(serverT(context, shell)('home'), [{ label: t('regionsTitle'), to: '/vung' }])],
  }
  return {
    head,
    withProducts: inOrder.filter((province) => province.productCount > 0),
    others: inOrder.filter((province) => province.productCount === 0),
  }
}

export default function RegionsPage() {
  const { withProducts, others } = useLoaderData<typeof loader>()
  const t = useT(places)
  return (
    <div className="wrap">
      <Breadcrumbs crumbs={[{ label: t('regionsTitle'), to: '/vung' }]} />
      <PageHeader title={t('regionsTitle')} lead={t('regionsLead')} />
      <div className="grid gap-8 lg:grid-cols-[1fr_30rem] lg:gap-12">
        <VietnamMap
          marked={withProducts.map((province) => province.code)}
          className="lg:sticky lg:top-6 lg:order-2 lg:self-start"
        />
        <div className="grid content-start gap-8">
          <Provinces title={t('regionsWith')} provinces={withProducts} />
          <Provinces title={t('regionsWithout')} provinces={others} />
        </div>
      </div>
    </div>
  )
}

function Provinces({ title, provinces }: { title: string; provinces: ProvinceSummary[] }) {
  const t = useT(places)
  const locale = useLocale()
  if (provinces.length === 0) return null
  return (
    <section>
      <h2 className="pb-3">{title}</h2>
      <ul className="province-list">
        {provinces.map((province, index) => (
          <li key={province.code}>
            <PlainLink
              className={province.productCount > 0 ? 'milestone' : 'milestone milestone-small'}
              to={`/vung/${province.slug}`}
              discover={index === 0}
            >
              <span className="font-semibold">{locale === 'en' ? province.nameEn : province.name}</span>
              {province.productCount > 0 ? (
                <span className="tabular text-sm text-muted">
                  {t('productCount', { count: province.productCount })}
                </span>
              ) : null}
            </PlainLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
