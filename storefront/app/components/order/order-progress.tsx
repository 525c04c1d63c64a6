import { Button, buttonClass } from '#app/components/button.tsx'
import { Day } from '#app/components/day.tsx'
import { orderProgress } from '#app/i18n/order-progress.ts'
import { payment } from '#app/i18n/payment.ts'
import { returns } from '#app/i18n/returns.ts'
import { reviews } from '#app/i18n/reviews.ts'
import { sellerOrders } from '#app/i18n/seller-orders.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoney } from '#app/lib/format.ts'
import type { BuyerParcel, BuyerRefund, GroupOrder } from '#app/lib/medusa/cart-types.ts'
import type { ReturnView } from '#app/lib/orders/types.ts'

const PART = 'grid gap-3 border-t border-line px-4 py-4 md:px-6'

/** What became of an order since it was packed: parcels, what was asked back, money on its way back, and what may be asked now. */
export function OrderProgress({
  order: part,
  returnHref,
  reviewHref,
}: {
  order: GroupOrder
  returnHref: string
  reviewHref: string
}) {
  const t = useT(orderProgress)
  const tPayment = useT(payment)
  const tReviews = useT(reviews)
  const { parcels, refunds, canAsk } = part
  return (
    <>
      {parcels.length > 0 ? (
        <section className={PART} aria-labelledby={`goi-${part.id}`}>
          <h3 className="text-base" id={`goi-${part.id}`}>
            {t('parcels')}
          </h3>
          <ul className="grid gap-4">
            {parcels.map((parcel) => (
              <Parcel key={parcel.id} parcel={parcel} alone={parcels.length === 1} />
            ))}
          </ul>
        </section>
      ) : null}
      {part.returns.length > 0 ? (
        <section className={PART} aria-labelledby={`tra-${part.id}`}>
          <h3 className="text-base" id={`tra-${part.id}`}>
            {t('requests')}
          </h3>
          <ul className="grid gap-3">
            {part.returns.map((request) => (
              <Asked key={request.id} request={request} />
            ))}
          </ul>
        </section>
      ) : null}
      {refunds.length > 0 ? (
        <section className={PART} aria-labelledby={`hoan-${part.id}`}>
          <h3 className="text-base" id={`hoan-${part.id}`}>
            {t('refunds')}
          </h3>
          <RefundList refunds={refunds} />
        </section>
      ) : null}
      {part.state === 'delivered' ? (
        <p className="print-hidden border-t border-line px-4 py-3 md:px-6">
          <a className={buttonClass('quiet', false)} href={reviewHref}>
            {tReviews('link')}
          </a>
        </p>
      ) : null}
      {canAsk !== null || part.returns.length > 0 ? (
        <p className="print-hidden border-t border-line px-4 py-3 md:px-6">
          <a className={buttonClass('quiet', false)} href={returnHref}>
            {canAsk === null ? t('seeRequests') : tPayment(canAsk === 'return' ? 'askReturn' : 'askCancel')}
          </a>
        </p>
      ) : null}
    </>
  )
}

function Parcel({ parcel, alone }: { parcel: BuyerParcel; alone: boolean }) {
  const t = useT(orderProgress)
  const tSeller = useT(sellerOrders)
  const at = {
    packed: parcel.packedAt,
    shipped: parcel.shippedAt,
    delivered: parcel.deliveredAt,
    refused: parcel.closedAt,
  }[parcel.state]
  return (
    <li className="grid min-w-0 gap-2">
      <p>
        <span className={`font-semibold ${parcel.state === 'delivered' ? 'text-leaf' : ''}`}>
          {alone ? null : `${t('parcelNo', { no: String(parcel.no) })}: `}
          {t(`parcel_${parcel.state}`)}
        </span>
        {at ? (
          <span className="block text-sm text-muted">
            <Day value={at} moment />
          </span>
        ) : null}
      </p>
      {parcel.carrier ? (
        <p className="text-sm">
          {tSeller(`carrier_${parcel.carrier}`)}
          {parcel.trackingNo ? (
            <>
              {' · '}
              {t('tracking')} <span className="tabular font-semibold break-all">{parcel.trackingNo}</span>
            </>
          ) : null}
        </p>
      ) : null}
      {alone ? null : (
        <ul className="text-sm text-muted">
          {parcel.lines.map((line) => (
            <li key={line.lineId}>
              {line.quantity} × {line.title}
            </li>
          ))}
        </ul>
      )}
      {parcel.closeReason ? <p className="text-sm text-muted">{t('reason', { reason: parcel.closeReason })}</p> : null}
      {parcel.canReceive ? (
        <form method="post" className="print-hidden grid justify-items-start gap-2">
          <input type="hidden" name="parcelId" value={parcel.id} />
          <Button name="intent" value="received">
            {t('received')}
          </Button>
          <p className="text-sm text-muted">{t('receivedHint')}</p>
        </form>
      ) : null}
    </li>
  )
}

function Asked({ request }: { request: ReturnView }) {
  const t = useT(orderProgress)
  const tReturns = useT(returns)
  const locale = useLocale()
  const amount = request.state === 'refunded' ? request.refundAmount : null
  return (
    <li className="grid gap-1">
      <p>
        <span className="font-semibold">
          {t(`request_${request.kind}`)}: {tReturns(`state_${request.state}`)}
        </span>
        <span className="block text-sm text-muted">
          {tReturns(`reason_${request.reason}`)} · <Day value={request.askedAt} moment />
        </span>
      </p>
      {amount === null ? null : (
        <p className="text-sm">{tReturns('refunded', { amount: formatMoney(amount, locale) })}</p>
      )}
      {request.answer ? <p className="text-sm">{tReturns('answer', { answer: request.answer })}</p> : null}
    </li>
  )
}

/** Refunds in plain words: how much, where it stands, since when. */
export function RefundList({ refunds }: { refunds: readonly BuyerRefund[] }) {
  const t = useT(orderProgress)
  const locale = useLocale()
  return (
    <ul className="grid gap-2">
      {refunds.map((refund) => (
        <li key={refund.id} className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="min-w-0">
            {t(`refund_${refund.state}`)}
            <span className="block text-sm text-muted">
              <Day value={refund.doneAt ?? refund.askedAt} moment />
            </span>
          </span>
          <span className="tabular font-semibold whitespace-nowrap">{formatMoney(refund.amount, locale)}</span>
        </li>
      ))}
    </ul>
  )
}
