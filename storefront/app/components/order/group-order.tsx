import type { ReactNode } from 'react'
import { Button, buttonClass } from '#app/components/button.tsx'
import { DeliveryWords } from '#app/components/cart/delivery-words.tsx'
import { Day } from '#app/components/day.tsx'
import { TextField } from '#app/components/field.tsx'
import { Picture } from '#app/components/picture.tsx'
import { Price } from '#app/components/price.tsx'
import { cart } from '#app/i18n/cart.ts'
import { order } from '#app/i18n/order.ts'
import { orderMessages } from '#app/i18n/order-messages.ts'
import { payment } from '#app/i18n/payment.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { GroupOrder as GroupOrderView } from '#app/lib/medusa/cart-types.ts'
import { OrderProgress } from './order-progress.tsx'

const STEPS = ['confirmed', 'packed', 'shipped', 'delivered'] as const

/** One producer's part: what is in the parcel, how it comes, where it stands, and cancelling it while that is possible. */
export function GroupOrder({
  order: part,
  single,
  returnHref,
  reviewHref,
  messagesHref,
}: {
  order: GroupOrderView
  single: boolean
  returnHref: string
  reviewHref: string
  messagesHref: string
}) {
  const t = useT(payment)
  const tOrder = useT(order)
  const tCart = useT(cart)
  const tMessages = useT(orderMessages)
  const closed = part.state === 'canceled' || part.state === 'refused'
  return (
    <section className="card" aria-labelledby={`kien-${part.id}`}>
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-3 md:px-6">
        <div>
          <h2 className="text-lg" id={`kien-${part.id}`}>
            {t('parcelOf', { producer: part.producer.name })}
          </h2>
          <p className="tabular text-sm text-muted">{part.no}</p>
        </div>
        <p className={`font-semibold ${closed ? 'text-muted' : part.state === 'delivered' ? 'text-leaf' : ''}`}>
          {t(`state_${part.state}`)}
        </p>
      </header>
      <ul className="grid gap-4 px-4 py-4 md:px-6">
        {part.lines.map((line) => (
          <li key={line.id} className="grid grid-cols-[3.5rem_1fr_auto] items-start gap-3">
            <span className="block aspect-square w-14 overflow-hidden rounded-md bg-raised">
              {line.picture ? (
                <Picture picture={line.picture} sizes="3.5rem" alt="" className="size-full object-cover" />
              ) : null}
            </span>
            <span className="min-w-0">
              <a className="link" href={`/san-pham/${line.handle}`}>
                {line.title}
              </a>
              <span className="block text-sm text-muted">
                {line.variantTitle ? `${line.variantTitle} · ` : null}
                <span className="tabular">
                  {line.quantity} × <Price dong={line.unitPrice} />
                </span>
              </span>
            </span>
            <Price dong={line.total} className="text-end whitespace-nowrap" />
          </li>
        ))}
      </ul>
      <dl className="grid gap-1.5 border-t border-line px-4 py-3 md:px-6">
        {part.discount > 0 ? (
          <Row term={t('discount')}>
            −<Price dong={part.discount} />
          </Row>
        ) : null}
        <Row term={<DeliveryWords method={part.deliveryMethod} shop={part.shop} weightGrams={null} />}>
          {part.shipping === 0 ? tCart('free') : <Price dong={part.shipping} />}
        </Row>
        <Row term={<span className="font-semibold">{t('total')}</span>}>
          <Price dong={part.total} className="font-semibold" />
        </Row>
        {part.refunded > 0 ? (
          <Row term={t('refunded')}>
            <Price dong={part.refunded} />
          </Row>
        ) : null}
      </dl>
      {closed ? (
        part.closeReason ? (
          <p className="border-t border-line px-4 py-3 text-muted md:px-6">
            {t('closeReason', { reason: part.closeReason })}
          </p>
        ) : null
      ) : part.state === 'awaiting_payment' ? null : (
        <ol className="grid gap-2 border-t border-line px-4 py-4 sm:grid-cols-4 md:px-6" aria-label={t('steps')}>
          {STEPS.map((step) => (
            <li
              key={step}
              className={`border-t-4 pt-2 ${part.moments[step] ? 'border-leaf' : 'border-line text-muted'}`}
            >
              <span className={part.moments[step] ? 'font-semibold' : ''}>{t(`state_${step}`)}</span>
              <span className="block text-sm text-muted">
                {part.moments[step] ? <Day value={part.moments[step] ?? ''} moment /> : tOrder('notYet')}
              </span>
            </li>
          ))}
        </ol>
      )}
      <OrderProgress order={part} returnHref={returnHref} reviewHref={reviewHref} />
      {part.state === 'awaiting_payment' ? null : (
        <p className="print-hidden border-t border-line px-4 py-3 md:px-6">
          <a className={buttonClass('quiet', false)} href={messagesHref}>
            {part.unreadMessages > 0 ? tMessages('linkFresh', { count: part.unreadMessages }) : tMessages('link')}
          </a>
        </p>
      )}
      {part.canCancel && !single ? (
        <div className="print-hidden border-t border-line px-4 py-2 md:px-6">
          <CancelForm orderId={part.id} label={t('cancelOne')} />
        </div>
      ) : null}
    </section>
  )
}

function Row({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt className="min-w-0">{term}</dt>
      <dd className="whitespace-nowrap">{children}</dd>
    </div>
  )
}

/** Cancels a group, or one order of it: behind a fold, so that nobody does it by a slip. */
export function CancelForm({ orderId, label }: { orderId: string | null; label: string }) {
  const t = useT(payment)
  return (
    <details>
      <summary className="link inline-flex min-h-11 cursor-pointer items-center">{label}</summary>
      <form method="post" className="grid max-w-[28rem] gap-3 pt-2 pb-3">
        {orderId ? <input type="hidden" name="orderId" value={orderId} /> : null}
        <TextField name="reason" label={t('cancelReason')} maxLength={300} autoComplete="off" optional />
        <p className="text-sm text-muted">{t('cancelNote')}</p>
        <p>
          <Button look="warn" name="intent" value="cancel">
            {t('cancelDo')}
          </Button>
        </p>
      </form>
    </details>
  )
}
