import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { Day } from '#app/components/day.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { TextField } from '#app/components/field.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Price } from '#app/components/price.tsx'
import { HiddenDo } from '#app/components/seller-order/hidden-do.tsx'
import { OrderMessages } from '#app/components/seller-order/order-messages.tsx'
import { ParcelCard } from '#app/components/seller-order/parcel-card.tsx'
import { RequestCard } from '#app/components/seller-order/request-card.tsx'
import { sellerOrders } from '#app/i18n/seller-orders.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { ConversationView } from '#app/lib/orders/message-types.ts'
import { beforeQuery, noteRead, refusedMessage } from '#app/lib/orders/messages.server.ts'
import { CARRIERS, type ReturnView, type SellerOrderView } from '#app/lib/orders/types.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { inLanguage, refusalOf } from '#app/lib/post-inspection/ask.server.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** One order; `?xong=1` says that something was just saved, `tin` that a message was sent; `truoc=` goes back in a long conversation. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const id = encodeURIComponent(args.params.id ?? '')
  const { searchParams } = new URL(args.request.url)
  const before = searchParams.get('truoc')
  const [found, conversation] = await Promise.all([
    pageData(producer.ask<{ order: SellerOrderView; requests: ReturnView[] }>(`/producer/orders/${id}`)),
    pageData(producer.ask<ConversationView>(`/producer/orders/${id}/messages${beforeQuery(before)}`)),
  ])
  await noteRead(args.request, conversation, (upTo) =>
    producer.ask(`/producer/orders/${id}/messages/read`, { method: 'POST', body: { upTo } }),
  )
  const context = requestContext(args)
  const t = serverT(context, sellerOrders)
  const title = `${t('title')} ${found.order.number}`
  return {
    head: deskHead(context, `/chu-the/don-hang/${id}`, title, t('lead')),
    ...found,
    ...{ conversation, messageKey: randomUUID(), earlier: before !== null },
    saved: searchParams.get('xong') === '1',
    messageSent: searchParams.get('xong') === 'tin',
  }
}

/** Does what the form of the page names in `do`. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const context = requestContext(args)
  const form = await args.request.formData()
  const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  const call = callOf(encodeURIComponent(args.params.id ?? ''), values)
  if (call === null) return redirect(new URL(args.request.url).pathname, 303)
  const options = { method: 'POST', body: call.body, headers: inLanguage(context.locale) } as const
  if (values.do === 'message') {
    try {
      await producer.ask(call.path, options)
    } catch (error) {
      const refused = { form: 'message', errors: {}, ...refusedMessage(context, error, values) }
      return data(refused, { status: refused.status })
    }
    return redirect(`${new URL(args.request.url).pathname}?xong=tin#viet`, 303)
  }
  const refused = await refusalOf(producer.ask(call.path, options), values.do ?? '', values)
  if (refused) return data(refused, { status: refused.status })
  return redirect(`${new URL(args.request.url).pathname}?xong=1`, 303)
}

/** The backend's call of a form; null for a form that is none of the page's. */
function callOf(
  order: string,
  values: Record<string, string>,
): { path: `/producer/${string}`; body: Record<string, unknown> } | null {
  const orders = `/producer/orders/${order}` as const
  const id = encodeURIComponent(values.id ?? '')
  const reason = { reason: values.reason ?? '' }
  const answer = values.answer?.trim() ?? ''
  const sellable = values.sellable === 'yes'
  switch (values.do) {
    case 'confirm':
    case 'undo-confirm':
      return { path: `${orders}/${values.do}`, body: {} }
    case 'message':
      return { path: `${orders}/messages`, body: { key: values.key ?? '', text: values.text ?? '' } }
    case 'refuse':
    case 'not-taken':
      return { path: `${orders}/${values.do}`, body: reason }
    case 'ship':
      return {
        path: `${orders}/parcels/${id}/ship`,
        body: {
          carrier: CARRIERS.find((carrier) => carrier === values.carrier) ?? 'other',
          trackingNo: values.trackingNo?.trim() || null,
          jointInspection: values.jointInspection === 'yes',
        },
      }
    case 'unpack':
    case 'delivered':
      return { path: `${orders}/parcels/${id}/${values.do}`, body: {} }
    case 'taken-back':
      return { path: `${orders}/parcels/${id}/taken-back`, body: { sellable } }
    case 'accept':
      return { path: `/producer/return-requests/${id}/accept`, body: { answer: answer || null } }
    case 'goods-back':
      return { path: `/producer/return-requests/${id}/goods-back`, body: { answer } }
    case 'refuse-request':
      return { path: `/producer/return-requests/${id}/refuse`, body: { answer } }
    case 'received':
      return { path: `/producer/return-requests/${id}/received`, body: { sellable } }
    default:
      return null
  }
}

export default function SellerOrderRoute() {
  const t = useT(sellerOrders)
  const { order, requests, saved, conversation, messageKey, earlier, messageSent } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const over = order.state === 'canceled'
  return (
    <div className="wrap max-w-[60rem] pb-8">
      <BackLink to="/chu-the/don-hang?xem=all">{t('backToList')}</BackLink>
      <PageHeader title={order.number} eyebrow={t(`state_${order.state}`)}>
        <p className="text-muted">
          {t('placedAt')} <Day value={order.placedAt} moment /> · {t(`method_${order.method}`)}
        </p>
        {order.closeReason ? <p className="text-muted">{order.closeReason}</p> : null}
      </PageHeader>
      <div className="grid gap-6">
        {refused?.sentence && refused.form !== 'message' ? (
          <Notice kind="warning" live>
            {refused.sentence}
          </Notice>
        ) : null}
        {saved && !refused ? (
          <Notice kind="success" live>
            {t('done')}
          </Notice>
        ) : null}
        <NextStep order={order} />
        {requests.length > 0 ? (
          <section className="grid gap-3" aria-labelledby="requests">
            <h2 id="requests" className="text-lg">
              {t('requestsTitle')}
            </h2>
            {requests.map((request) => (
              <RequestCard key={request.id} request={request} />
            ))}
          </section>
        ) : null}
        <OrderMessages
          conversation={conversation}
          messageKey={messageKey}
          earlier={earlier}
          sent={messageSent}
          refused={refused?.form === 'message' ? { values: refused.values, sentence: refused.sentence ?? '' } : null}
        />
        {order.parcels.length > 0 ? (
          <section className="grid gap-3" aria-labelledby="parcels">
            <h2 id="parcels" className="text-lg">
              {t('parcelsTitle')}
            </h2>
            {order.parcels.map((parcel) => (
              <ParcelCard key={parcel.id} parcel={parcel} orderOver={over} />
            ))}
          </section>
        ) : null}
        <Goods order={order} />
        {order.delivery ? (
          <section className="card card-body grid gap-1">
            <h2 className="text-lg">{t('receiverTitle')}</h2>
            <p>
              {order.delivery.name}, {order.delivery.phone}
            </p>
            <p>
              {order.delivery.street}, {order.delivery.commune.name}, {order.delivery.province.name}
            </p>
            {order.delivery.note ? (
              <p className="text-muted">{t('noteOfBuyer', { note: order.delivery.note })}</p>
            ) : null}
          </section>
        ) : null}
        <div className="flex flex-wrap gap-3">
          <LinkButton look="quiet" reloadDocument to={`/chu-the/in-don?loai=packing&don=${order.orderId}`}>
            {t('printPacking')}
          </LinkButton>
          <LinkButton look="quiet" reloadDocument to={`/chu-the/in-don?loai=delivery&don=${order.orderId}`}>
            {t('printDelivery')}
          </LinkButton>
        </div>
        <WayOut order={order} />
      </div>
    </div>
  )
}

function NextStep({ order }: { order: SellerOrderView }) {
  const t = useT(sellerOrders)
  const open = order.lines.some((line) => line.packed < line.quantity)
  if (order.state !== 'to_confirm' && !(order.state === 'confirmed' && open)) return null
  return (
    <section className="grid gap-3" aria-label={t('nextTitle')}>
      {order.state === 'to_confirm' ? (
        <form method="post">
          <HiddenDo what="confirm" />
          <Button large>{t('confirm')}</Button>
        </form>
      ) : (
        <div>
          <LinkButton to={`/chu-the/don-hang/${order.orderId}/goi`}>{t('pack')}</LinkButton>
        </div>
      )}
      {order.undoUntil ? (
        <form method="post" className="grid gap-1">
          <HiddenDo what="undo-confirm" />
          <div>
            <Button look="quiet">{t('undo')}</Button>
          </div>
          <p className="field-hint">{t('undoHint')}</p>
        </form>
      ) : null}
    </section>
  )
}

function Goods({ order }: { order: SellerOrderView }) {
  const t = useT(sellerOrders)
  const sums = [
    ['goods', order.goods],
    ['discount', -order.discount],
    ['shipping', order.shipping],
    ['total', order.total],
    ['refunded', order.refunded],
  ] as const
  return (
    <section className="card card-body grid gap-3">
      <h2 className="text-lg">{t('goodsTitle')}</h2>
      <ul>
        {order.lines.map((line) => (
          <li key={line.lineId}>
            {line.quantity} × {line.title}
            {line.variant ? <span className="text-muted"> ({line.variant})</span> : null}
          </li>
        ))}
      </ul>
      <dl className="grid gap-1">
        {sums
          .filter(([name, amount]) => amount !== 0 || name === 'total')
          .map(([name, amount]) => (
            <div key={name} className="flex justify-between gap-3">
              <dt>{t(name)}</dt>
              <dd>
                <Price dong={amount} />
              </dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

/** Refusing an order, or noting that nobody took it: behind a fold, with the reason. */
function WayOut({ order }: { order: SellerOrderView }) {
  const t = useT(sellerOrders)
  const early = order.state === 'to_confirm' || order.state === 'confirmed' || order.state === 'packed'
  const what = early ? 'refuse' : order.state === 'shipped' ? 'not-taken' : null
  if (what === null) return null
  return (
    <details className="card card-body">
      <summary className="min-h-11 cursor-pointer font-semibold">{t(early ? 'refuse' : 'notTaken')}</summary>
      <form method="post" className="grid gap-3 pt-3">
        <HiddenDo what={what} />
        {early ? <p className="text-muted">{t('refuseHint')}</p> : null}
        <TextField name="reason" label={t('reason')} hint={t('reasonHint')} required minLength={5} maxLength={500} />
        <div>
          <Button look="warn">{t(early ? 'refuse' : 'notTaken')}</Button>
        </div>
      </form>
    </details>
  )
}
