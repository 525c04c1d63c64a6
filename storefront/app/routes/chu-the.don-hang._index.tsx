import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Button, buttonClass } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { OrderItem } from '#app/components/seller-order/order-item.tsx'
import { sellerOrders } from '#app/i18n/seller-orders.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { ORDER_FILTERS, type OrderCounts, type OrderFilter, type SellerOrderLine } from '#app/lib/orders/types.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const PATH = '/chu-the/don-hang'

/** Orders of one filter (`?xem=`); `xong` and `sot` say how many were just confirmed and not, `sai` that a form was wrong. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const { searchParams } = new URL(args.request.url)
  const filter = ORDER_FILTERS.find((each) => each === searchParams.get('xem')) ?? 'to_confirm'
  const after = searchParams.get('sau')
  const query = new URLSearchParams({ filter, ...(after ? { after } : {}) })
  const page = await pageData(
    producer.ask<{ orders: SellerOrderLine[]; next: string | null; counts: OrderCounts }>(`/producer/orders?${query}`),
  )
  const context = requestContext(args)
  const t = serverT(context, sellerOrders)
  const number = (name: string) => Number(searchParams.get(name) ?? 0) || 0
  return {
    head: deskHead(context, PATH, t('title'), t('lead')),
    ...page,
    filter,
    said: { confirmed: number('xong'), refused: number('sot'), wrong: searchParams.get('sai') },
  }
}

/** Confirms the order whose button was pressed, or all that were chosen. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const form = await args.request.formData()
  const one = form.get('one')
  const orderIds = one === null ? form.getAll('order').map(String) : [String(one)]
  if (orderIds.length === 0) return redirect(`${PATH}?sai=chon`, 303)
  const { confirmed, refused } = await pageData(
    producer.ask<{ confirmed: string[]; refused: unknown[] }>('/producer/orders/confirm', {
      method: 'POST',
      body: { orderIds: orderIds.slice(0, 100) },
    }),
  )
  const said = new URLSearchParams({ xong: String(confirmed.length), sot: String(refused.length) })
  return redirect(`${PATH}?xem=${refused.length > 0 ? 'to_confirm' : 'to_pack'}&${said}`, 303)
}

export default function OrdersRoute() {
  const t = useT(sellerOrders)
  const { orders, next, counts, filter, said } = useLoaderData<typeof loader>()
  return (
    <div className="wrap max-w-[60rem] pb-8">
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid gap-5">
        <Filters filter={filter} counts={counts} />
        {said.confirmed > 0 ? (
          <Notice kind="success" live>
            {t('confirmed', { count: said.confirmed })}
          </Notice>
        ) : null}
        {said.refused > 0 ? (
          <Notice kind="warning" live>
            {t('notConfirmed', { count: said.refused })}
          </Notice>
        ) : null}
        {said.wrong ? (
          <Notice kind="warning" live>
            {t(said.wrong === 'ky' ? 'periodWrong' : 'chooseFirst')}
          </Notice>
        ) : null}
        {orders.length === 0 ? (
          <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
        ) : (
          <form method="post" action={PATH} className="grid gap-4">
            <ul className="grid gap-3">
              {orders.map((order) => (
                <OrderItem key={order.orderId} order={order} />
              ))}
            </ul>
            <div className="flex flex-wrap gap-3">
              {filter === 'to_confirm' ? <Button>{t('confirmChosen')}</Button> : null}
              {(['packing', 'delivery'] as const).map((kind) => (
                <button
                  key={kind}
                  type="submit"
                  formAction={`/chu-the/in-don?loai=${kind}`}
                  className={buttonClass('quiet', false)}
                >
                  {t(kind === 'packing' ? 'printPacking' : 'printDelivery')}
                </button>
              ))}
            </div>
          </form>
        )}
        {next ? (
          <a className="link inline-flex min-h-11 items-center" href={`${PATH}?xem=${filter}&sau=${next}`}>
            {t('more')}
          </a>
        ) : null}
        <details className="card card-body">
          <summary className="min-h-11 cursor-pointer font-semibold">{t('invoiceTitle')}</summary>
          <form action="/chu-the/hoa-don" className="grid gap-3 pt-3">
            <p className="text-muted">{t('invoiceText')}</p>
            <div className="grid gap-3 sm:grid-cols-2">
              <TextField type="date" name="from" label={t('from')} required />
              <TextField type="date" name="to" label={t('to')} required />
            </div>
            <div className="flex flex-wrap gap-3">
              <Button name="loai" value="xlsx">
                {t('getXlsx')}
              </Button>
              <Button look="quiet" name="loai" value="csv">
                {t('getCsv')}
              </Button>
            </div>
          </form>
        </details>
      </div>
    </div>
  )
}

const COUNTED: Partial<Record<OrderFilter, keyof OrderCounts>> = {
  to_confirm: 'to_confirm',
  to_pack: 'to_pack',
  to_ship: 'to_ship',
  under_way: 'under_way',
  unread: 'unread',
}

function Filters({ filter, counts }: { filter: OrderFilter; counts: OrderCounts }) {
  const t = useT(sellerOrders)
  return (
    <nav aria-label={t('filters')}>
      <ul className="flex flex-wrap gap-2">
        {ORDER_FILTERS.map((each) => {
          const counted = COUNTED[each]
          return (
            <li key={each}>
              <a
                className="chip min-h-11"
                href={`${PATH}?xem=${each}`}
                aria-current={each === filter ? 'true' : undefined}
              >
                {t(`filter_${each}`)}
                {counted && counts[counted] > 0 ? ` (${counts[counted]})` : ''}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
