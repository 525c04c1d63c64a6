import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { SampleNote } from '#app/components/sample-note.tsx'
import { StarBadge } from '#app/components/star-badge.tsx'
import { centre } from '#app/i18n/centre.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { badgeState } from '#app/lib/badge-state.ts'
import type { OpeningHours } from '#app/lib/centre/types.ts'
import { env } from '#app/lib/env.server.ts'
import { formatMoney } from '#app/lib/format.ts'
import { readShop } from '#app/lib/medusa/shops.server.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { type PageHead, pageMeta } from '#app/lib/page-meta.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = pageHeaders('catalogue')

export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const { shop, goods } = await pageData(readShop(context, args.params.handle ?? ''))
  const head: PageHead = {
    title: shop.name,
    description: serverT(context, centre)('publicLead'),
    locale: context.locale,
    url: `${env().STOREFRONT_URL}/diem-ban/${shop.handle}`,
    index: true,
  }
  return { head, shop, goods }
}

/** Stars stand at items alone: a shop sells goods with and without them (QĐ 950/QĐ-BCT). */
export default function ShopRoute() {
  const t = useT(centre)
  const locale = useLocale()
  const { shop, goods } = useLoaderData<typeof loader>()
  const place = [shop.address ?? shop.location, shop.communeName, shop.provinceName].filter(Boolean).join(', ')
  return (
    <div className="wrap grid max-w-[60rem] gap-6 pb-14">
      <div>
        <Breadcrumbs
          crumbs={[
            { label: t('publicTitle'), to: '/diem-ban' },
            { label: shop.name, to: `/diem-ban/${shop.handle}` },
          ]}
        />
        <PageHeader
          title={shop.name}
          lead={place}
          eyebrow={shop.centre ? t('run', { name: shop.centre.name }) : null}
        />
        {shop.sample.length > 0 || shop.centre?.sample ? <SampleNote /> : null}
      </div>
      <dl className="grid gap-2">
        <dt className="font-semibold">{t('hours')}</dt>
        <dd>
          {shop.openingHours?.length
            ? shop.openingHours.map((hours) => hoursText(hours, t('everyDay'), locale)).join('; ')
            : t('hoursUnknown')}
        </dd>
        {shop.phone ? (
          <>
            <dt className="font-semibold">{t('phone')}</dt>
            <dd>
              <a className="link" href={`tel:${shop.phone}`}>
                {shop.phone}
              </a>
            </dd>
          </>
        ) : null}
      </dl>
      {shop.pickUp ? <p>{t('pickUpHere')}</p> : null}
      {shop.latitude !== null && shop.longitude !== null ? (
        <p>
          <a
            className="link inline-flex min-h-11 items-center"
            href={`https://www.openstreetmap.org/?mlat=${shop.latitude}&mlon=${shop.longitude}#map=15/${shop.latitude}/${shop.longitude}`}
            rel="noreferrer"
          >
            {t('onMap')}
          </a>
        </p>
      ) : null}
      <section className="grid gap-3" aria-labelledby="dang-co">
        <h2 id="dang-co">{t('hereNow')}</h2>
        {goods.length === 0 ? <p>{t('nothingHere')}</p> : null}
        <ul className="work-list">
          {goods.map((item) => (
            <li key={item.variantId} className="work-line grid gap-1">
              <a className="link font-semibold" href={`/san-pham/${item.productHandle}`}>
                {item.productTitle}, {item.variantTitle}
              </a>
              <p className="text-sm text-muted">{item.producerName}</p>
              <StarBadge state={badgeState(item.badge)} />
              <p className="tabular">
                {item.price === null ? '' : `${formatMoney(item.price, locale)} · `}
                {t('left', { count: item.quantity })}
              </p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function hoursText({ days, from, to }: OpeningHours, everyDay: string, locale: string): string {
  const names = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  // 1 January 2024 was a Monday.
  const words = days.map((day) => names.format(new Date(Date.UTC(2024, 0, day))))
  return `${days.length === 7 ? everyDay : words.join(', ')} ${from}–${to}`
}
