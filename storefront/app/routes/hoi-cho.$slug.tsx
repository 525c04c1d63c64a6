import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { FairDays } from '#app/components/centre/fair-days.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { QrCode } from '#app/components/qr-code.tsx'
import { SampleNote } from '#app/components/sample-note.tsx'
import { StarBadge } from '#app/components/star-badge.tsx'
import { fairs } from '#app/i18n/fairs.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { badgeState } from '#app/lib/badge-state.ts'
import { env } from '#app/lib/env.server.ts'
import { formatMoney } from '#app/lib/format.ts'
import { readFair } from '#app/lib/medusa/fairs.server.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { type PageHead, pageMeta } from '#app/lib/page-meta.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = pageHeaders('catalogue')

/** A fair and its catalogue. One that is over or cancelled is still told of, and no more found by search engines. */
export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const { fair, booths } = await pageData(readFair(context, args.params.slug ?? ''))
  const head: PageHead = {
    title: fair.name,
    description: serverT(context, fairs)('publicLead'),
    locale: context.locale,
    url: `${env().STOREFRONT_URL}/hoi-cho/${fair.slug}`,
    index: fair.state === 'planned' || fair.state === 'open',
  }
  return { head, fair, booths }
}

/** Stars stand at products alone, as they hold on the fair's days; booths and the fair have none (QĐ 950/QĐ-BCT). */
export default function PublicFairRoute() {
  const t = useT(fairs)
  const { fair, booths } = useLoaderData<typeof loader>()
  return (
    <div className="wrap grid max-w-[60rem] gap-8 pb-14">
      <div>
        <Breadcrumbs
          crumbs={[
            { label: t('publicTitle'), to: '/hoi-cho' },
            { label: fair.name, to: `/hoi-cho/${fair.slug}` },
          ]}
        />
        <PageHeader title={fair.name} eyebrow={t(`state_${fair.state}`)} lead={t('run', { name: fair.centre.name })} />
        {fair.sample ? <SampleNote /> : null}
      </div>
      {fair.state === 'closed' ? <Notice>{t('over')}</Notice> : null}
      {fair.state === 'cancelled' ? (
        <Notice kind="warning">{t('cancelled', { reason: fair.cancelReason ?? '' })}</Notice>
      ) : null}
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
        <dt className="font-semibold">{t('when')}</dt>
        <dd>
          <FairDays {...fair} />
        </dd>
        <dt className="font-semibold">{t('where')}</dt>
        <dd>{[fair.place, fair.address, fair.provinceName].filter(Boolean).join(', ')}</dd>
        {fair.note ? (
          <>
            <dt className="font-semibold">{t('note')}</dt>
            <dd className="whitespace-pre-line">{fair.note}</dd>
          </>
        ) : null}
      </dl>
      {fair.state === 'cancelled' ? null : (
        <section className="grid gap-4" aria-labelledby="danh-muc">
          <h2 id="danh-muc">{t('products')}</h2>
          {booths.length === 0 ? (
            <p>{t('publicNoProducts')}</p>
          ) : (
            <>
              <p className="max-w-[60ch] text-muted">{t('publicProductsLead')}</p>
              <LinkButton
                look="quiet"
                className="print-hidden justify-self-start"
                to={`/hoi-cho/${fair.slug}/danh-muc.pdf`}
                reloadDocument
              >
                {t('catalogueFile')}
              </LinkButton>
            </>
          )}
          {booths.map((booth, at) => (
            <section key={booth.name} className="grid gap-2" aria-labelledby={`gian-${at}`}>
              <h3 id={`gian-${at}`} className="text-lg">
                {booth.name}
              </h3>
              <ul className="work-list">
                {booth.items.map((item) => (
                  <Item key={`${item.productHandle} ${item.variantTitle}`} item={item} />
                ))}
              </ul>
            </section>
          ))}
        </section>
      )}
    </div>
  )
}

type CatalogueItem = Awaited<ReturnType<typeof readFair>>['booths'][number]['items'][number]

function Item({ item }: { item: CatalogueItem }) {
  const t = useT(fairs)
  const locale = useLocale()
  const name = `${item.productTitle}, ${item.variantTitle}`
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-4 border-b border-line py-4 [overflow-wrap:anywhere]">
      <div className="grid gap-1">
        <a className="link inline-flex min-h-11 items-center font-semibold" href={`/san-pham/${item.productHandle}`}>
          {name}
        </a>
        <p className="text-sm text-muted">
          <a className="link inline-flex min-h-11 items-center" href={`/nha-san-xuat/${item.producerHandle}`}>
            {item.producerName}
          </a>
        </p>
        <StarBadge state={badgeState(item.badge)} />
        <p className="tabular">{item.price === null ? t('askPrice') : formatMoney(item.price, locale)}</p>
        {item.note ? <p className="text-sm">{item.note}</p> : null}
        {item.badge.sample || item.sample.length > 0 ? <SampleNote className="justify-self-start" /> : null}
      </div>
      <QrCode code={item.code} label={t('codeOf', { name: item.productTitle })} className="w-24 sm:w-28" />
    </li>
  )
}
