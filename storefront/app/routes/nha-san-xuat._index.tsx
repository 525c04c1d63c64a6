import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { ProducerList } from '#app/components/producer-list.tsx'
import { places } from '#app/i18n/places.ts'
import { shell } from '#app/i18n/shell.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { breadcrumbData } from '#app/lib/breadcrumb-data.server.ts'
import { env } from '#app/lib/env.server.ts'
import { findProducers } from '#app/lib/medusa/producers.server.ts'
import { listProvinces } from '#app/lib/medusa/provinces.server.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { type PageHead, pageMeta } from '#app/lib/page-meta.ts'
import { type ProducerQuery, parseProducerQuery, producersHref } from '#app/lib/producer-query.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = pageHeaders('catalogue')

export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const query = parseProducerQuery(new URL(args.request.url).searchParams)
  const [answer, provinces] = await pageData(Promise.all([findProducers(context, query), listProvinces(context)]))
  const pages = Math.max(1, Math.ceil(answer.total / answer.perPage))
  if (query.page > pages) throw redirect(producersHref({ ...query, page: pages }))
  const t = serverT(context, places)
  const head: PageHead = {
    title: t('producersTitle'),
    description: t('producersLead'),
    locale: context.locale,
    url: `${env().STOREFRONT_URL}${producersHref(query)}`,
    index: query.q === '' && query.province === null,
    data: [breadcrumbData(serverT(context, shell)('home'), [{ label: t('producersTitle'), to: '/nha-san-xuat' }])],
  }
  return {
    head,
    query,
    pages,
    total: answer.total,
    items: answer.items,
    provinces: provinces.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
  }
}

export default function ProducersPage() {
  const { query, pages, total, items, provinces } = useLoaderData<typeof loader>()
  const t = useT(places)
  const locale = useLocale()
  const href = (changes: Partial<ProducerQuery>) => producersHref({ ...query, ...changes })
  return (
    <div className="wrap">
      <Breadcrumbs crumbs={[{ label: t('producersTitle'), to: '/nha-san-xuat' }]} />
      <PageHeader title={t('producersTitle')} lead={t('producersLead')} />
      <Form
        key={href({})}
        role="search"
        className="print-hidden grid gap-3 pb-6 sm:grid-cols-[1.4fr_1fr_auto] sm:items-end"
      >
        <TextField label={t('searchProducers')} name="q" type="search" defaultValue={query.q} maxLength={100} />
        <SelectField label={t('province')} name="province" defaultValue={query.province ?? ''}>
          <option value="">{t('allProvinces')}</option>
          {provinces.map((province) => (
            <option key={province.code} value={province.code}>
              {locale === 'en' ? province.nameEn : province.name}
            </option>
          ))}
        </SelectField>
        <Button>{t('show')}</Button>
      </Form>
      <p role="status" className="tabular pb-4 font-semibold">
        {t('producersCount', { count: total })}
      </p>
      {items.length > 0 ? (
        <>
          <h2 className="sr-only">{t('producersList')}</h2>
          <ProducerList producers={items} />
        </>
      ) : (
        <EmptyState
          title={t('producersNone')}
          actions={<LinkButton to="/nha-san-xuat">{t('allProducers')}</LinkButton>}
        >
          <p>{t('producersNoneText')}</p>
        </EmptyState>
      )}
      <Pagination page={query.page} pages={pages} href={(page) => href({ page })} />
    </div>
  )
}
