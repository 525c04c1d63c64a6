import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { OrderItem } from '#app/components/seller-order/order-item.tsx'
import { hostStays } from '#app/i18n/host-stays.ts'
import { reviews } from '#app/i18n/reviews.ts'
import { sellerOrders } from '#app/i18n/seller-orders.ts'
import { stock } from '#app/i18n/stock.ts'
import { supply } from '#app/i18n/supply.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { SellerOrderLine, Today } from '#app/lib/orders/types.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** Where a producer begins: orders to confirm in one tap, then what else waits, then the way to the lot book. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const [today, list] = await Promise.all([
    pageData(producer.ask<Today>('/producer/today')),
    pageData(producer.ask<{ orders: SellerOrderLine[] }>('/producer/orders?filter=to_confirm')),
  ])
  const context = requestContext(args)
  const t = serverT(context, sellerOrders)
  return { head: deskHead(context, '/chu-the', t('todayTitle'), t('todayLead')), today, orders: list.orders }
}

export default function TodayRoute() {
  const t = useT(sellerOrders)
  const tReviews = useT(reviews)
  const tStock = useT(stock)
  const tStays = useT(hostStays)
  const tSupply = useT(supply)
  const { today, orders } = useLoaderData<typeof loader>()
  const jobs = [
    ['jobPack', today.orders.to_pack, '/chu-the/don-hang?xem=to_pack'],
    ['jobShip', today.orders.to_ship, '/chu-the/don-hang?xem=to_ship'],
    ['jobAnswer', today.orders.to_answer, '/chu-the/don-hang?xem=done'],
    ['jobMessages', today.orders.unread, '/chu-the/don-hang?xem=unread'],
    ['jobUnderWay', today.orders.under_way, '/chu-the/don-hang?xem=under_way'],
    ['jobPapersExpired', today.papers.expired, '/chu-the/ho-so/giay-to?xem=expired'],
    ['jobPapersExpiring', today.papers.expiring, '/chu-the/ho-so/giay-to?xem=expiring'],
  ] as const
  const { stays } = today
  const waiting = [
    ...jobs.map(([job, count, to]) => ({ count, to, words: t(job, { count }) })),
    { count: stays.asked, to: '/chu-the/dat-cho', words: tStays('jobAsked', { count: stays.asked }) },
    { count: stays.toClose, to: '/chu-the/dat-cho?xem=to_close', words: tStays('jobClose', { count: stays.toClose }) },
  ].filter(({ count }) => count > 0)
  return (
    <div className="wrap max-w-[48rem] pb-8">
      <PageHeader title={t('todayTitle')} lead={t('todayLead')} />
      <div className="grid gap-6">
        {orders.length > 0 ? (
          <section className="grid gap-3" aria-labelledby="to-confirm">
            <h2 id="to-confirm" className="text-lg">
              {t('jobConfirm', { count: today.orders.to_confirm })}
            </h2>
            <form method="post" action="/chu-the/don-hang" className="grid gap-3">
              <ul className="grid gap-3">
                {orders.map((order) => (
                  <OrderItem key={order.orderId} order={order} chosen />
                ))}
              </ul>
              {orders.length > 1 ? <Button large>{t('confirmAll')}</Button> : null}
            </form>
          </section>
        ) : null}
        {waiting.length > 0 ? (
          <ul className="grid gap-2">
            {waiting.map(({ to, words }) => (
              <li key={to}>
                <a className="card card-body flex min-h-14 items-center justify-between gap-3 font-semibold" href={to}>
                  <span>{words}</span>
                  <span aria-hidden="true">→</span>
                </a>
              </li>
            ))}
          </ul>
        ) : null}
        {orders.length === 0 && waiting.length === 0 ? (
          <EmptyState title={t('nothingTitle')}>{t('nothingText')}</EmptyState>
        ) : null}
        {today.low.length > 0 ? (
          <Notice kind="warning" title={t('lowTitle')}>
            <ul>
              {today.low.map((each) => (
                <li key={`${each.productId}${each.variant}`}>
                  {each.title}, {each.variant}:{' '}
                  {each.available > 0 ? t('lowLeft', { count: each.available }) : t('lowNone')}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <nav aria-label={t('books')} className="flex flex-wrap gap-3">
          <LinkButton to="/chu-the/lo">{t('toLots')}</LinkButton>
          <LinkButton look="quiet" to="/chu-the/don-hang?xem=all">
            {t('toOrders')}
          </LinkButton>
          <LinkButton look="quiet" to="/chu-the/san-pham">
            {t('toListings')}
          </LinkButton>
          <LinkButton look="quiet" to="/chu-the/kho">
            {tStock('toStock')}
          </LinkButton>
          {stays.host ? (
            <LinkButton look="quiet" reloadDocument to="/chu-the/dat-cho">
              {tStays('toStays')}
            </LinkButton>
          ) : null}
          <LinkButton look="quiet" to="/chu-the/danh-gia">
            {tReviews('toReviews')}
          </LinkButton>
          <LinkButton look="quiet" to="/chu-the/thoa-thuan">
            {t('toAgreements')}
          </LinkButton>
          <LinkButton look="quiet" to="/chu-the/hop-dong">
            {tSupply('toContracts')}
          </LinkButton>
          <LinkButton look="quiet" to="/chu-the/doi-soat">
            {t('toStatements')}
          </LinkButton>
          <LinkButton look="quiet" to="/chu-the/thanh-vien">
            {t('toPeople')}
          </LinkButton>
          <LinkButton look="quiet" to="/chu-the/tai-khoan">
            {t('toAccount')}
          </LinkButton>
        </nav>
      </div>
    </div>
  )
}
