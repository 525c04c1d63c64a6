import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChipLink } from '#app/components/chip-link.tsx'
import { Day } from '#app/components/day.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { Price } from '#app/components/price.tsx'
import { account } from '#app/i18n/account.ts'
import { payment } from '#app/i18n/payment.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { requireCustomer } from '#app/lib/customer/require-customer.server.ts'
import { type CustomerOrder, ORDER_FILTERS, type OrderFilter } from '#app/lib/customer/types.ts'
import { groupPath } from '#app/lib/group-path.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

export const headers = privateHeaders

/** The customer's orders, newest first; `?trang-thai=` one kind of them, `?trang=` the page. */
export async function loader(args: LoaderFunctionArgs) {
  const client = await requireCustomer(args)
  const { searchParams } = new URL(args.request.url)
  const filter: OrderFilter = ORDER_FILTERS.find((each) => each === searchParams.get('trang-thai')) ?? 'all'
  const page = Math.max(1, Math.min(1000, Number(searchParams.get('trang')) || 1))
  const answer = await pageData(
    client.ask<{ orders: CustomerOrder[]; total: number; perPage: number }>('/store/customers/me/orders', {
      search: { state: filter, page },
    }),
  )
  return { ...answer, filter, page }
}

export default function AccountOrdersRoute() {
  const t = useT(account)
  const tPayment = useT(payment)
  const { orders, filter, page, total, perPage } = useLoaderData<typeof loader>()
  const pathOf = (each: OrderFilter, number = 1) =>
    `/tai-khoan?${new URLSearchParams({ 'trang-thai': each, ...(number > 1 ? { trang: String(number) } : {}) })}`
  return (
    <section className="grid gap-6" aria-labelledby="don-hang">
      <h2 id="don-hang">{t('orders')}</h2>
      <nav aria-label={t('orders')} className="flex flex-wrap gap-2">
        {ORDER_FILTERS.map((each) => (
          <ChipLink key={each} to={pathOf(each)} current={each === filter} reloadDocument>
            {t(`filter_${each}`)}
          </ChipLink>
        ))}
      </nav>
      {orders.length === 0 ? (
        <EmptyState title={t('noOrders')} actions={<LinkButton to="/san-pham">{tPayment('orderAgain')}</LinkButton>}>
          <p>{t('noOrdersText')}</p>
        </EmptyState>
      ) : (
        <ul className="grid gap-4">
          {orders.map((order) => (
            <li key={order.id} className="card card-body grid gap-3">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
                <h3 className="tabular text-lg">{order.displayNo}</h3>
                <Price dong={order.total} className="text-lg font-semibold" />
              </div>
              <p className="text-sm text-muted">
                {t('placedOn')} <Day value={order.placedAt} moment /> · {tPayment(order.method)}
              </p>
              <ul className="grid gap-1">
                {order.orders.map((part) => (
                  <li key={part.producer} className="flex flex-wrap justify-between gap-x-4">
                    <span className="min-w-0">{part.producer}</span>
                    <span className="text-muted">
                      {order.state === 'expired' ? tPayment('expiredTitle') : tPayment(`state_${part.state}`)}
                    </span>
                  </li>
                ))}
              </ul>
              <p>
                <LinkButton
                  look={order.state === 'awaiting_payment' ? 'primary' : 'quiet'}
                  to={groupPath(order.id, order.token)}
                  reloadDocument
                >
                  {order.state === 'awaiting_payment'
                    ? t('pay', { number: order.displayNo })
                    : t('open', { number: order.displayNo })}
                </LinkButton>
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pagination page={page} pages={Math.ceil(total / perPage)} href={(number) => pathOf(filter, number)} />
    </section>
  )
}
