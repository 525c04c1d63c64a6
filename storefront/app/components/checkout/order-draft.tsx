import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { DeliveryWords } from '#app/components/cart/delivery-words.tsx'
import { DeliveryAddress } from '#app/components/order/delivery-address.tsx'
import { Price } from '#app/components/price.tsx'
import { cart } from '#app/i18n/cart.ts'
import { checkout } from '#app/i18n/checkout.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoney } from '#app/lib/format.ts'
import { lineProblemMessage, lineTotal } from '#app/lib/medusa/cart-groups.ts'
import type { CartReview, Delivery, ReviewLine } from '#app/lib/medusa/cart-types.ts'

/** The order before it is placed: goods by producer, sums, and where it goes, each with its way back. */
export function OrderDraft({ review, delivery }: { review: CartReview; delivery: Delivery }) {
  const t = useT(checkout)
  const tCart = useT(cart)
  return (
    <div className="grid gap-6 md:grid-cols-[1.35fr_1fr] md:items-start">
      <Panel title={t('goods')} changeTo="/gio-hang" changeLabel={t('changeCart')}>
        <div className="grid gap-5">
          {review.groups.map((group) => {
            const chosen = group.deliveries.find((choice) => choice.chosen)
            return (
              <div key={group.producer.id} className="grid gap-2">
                <h3 className="text-sm text-muted">{group.producer.name}</h3>
                <ul className="grid gap-3">
                  {review.lines
                    .filter(({ id }) => group.lineIds.includes(id))
                    .map((line) => (
                      <DraftLine key={line.id} line={line} />
                    ))}
                </ul>
                {chosen ? (
                  <p className="flex items-baseline justify-between gap-4 text-sm text-muted">
                    <span className="min-w-0">
                      <DeliveryWords method={chosen.method} shop={chosen.shop} weightGrams={group.weightGrams} />
                    </span>
                    <span className="whitespace-nowrap">
                      {group.shipping === 0 ? tCart('free') : <Price dong={group.shipping} />}
                    </span>
                  </p>
                ) : null}
              </div>
            )
          })}
        </div>
        <dl className="grid gap-2 border-t border-line pt-4">
          <Sum label={tCart('itemTotal')} dong={review.itemTotal} />
          {review.discountTotal > 0 ? (
            <div className="flex justify-between gap-4 text-leaf">
              <dt>{t('discountTotal')}</dt>
              <dd>
                −<Price dong={review.discountTotal} />
              </dd>
            </div>
          ) : null}
          <Sum label={tCart('shippingTotal')} dong={review.shippingTotal} />
          <div className="flex items-baseline justify-between gap-4 border-t border-line pt-3 font-semibold">
            <dt>{tCart('total')}</dt>
            <dd>
              <Price dong={review.total} className="text-xl font-bold" />
            </dd>
          </div>
        </dl>
      </Panel>
      <div className="grid gap-6">
        <Panel title={t('deliverTo')} changeTo="/thanh-toan/giao-hang" changeLabel={t('changeDelivery')}>
          <DeliveryAddress delivery={delivery} />
        </Panel>
      </div>
    </div>
  )
}

function Panel(props: { title: string; changeTo?: string; changeLabel?: string; children: ReactNode }) {
  const t = useT(checkout)
  return (
    <section className="card card-body grid gap-4">
      <header className="flex items-baseline justify-between gap-4">
        <h2 className="text-lg">{props.title}</h2>
        {props.changeTo ? (
          <Link to={props.changeTo} className="link inline-flex min-h-8 items-center" aria-label={props.changeLabel}>
            {t('change')}
          </Link>
        ) : null}
      </header>
      {props.children}
    </section>
  )
}

function DraftLine({ line }: { line: ReviewLine }) {
  const t = useT(cart)
  const locale = useLocale()
  const problem = lineProblemMessage(line)
  const prices = {
    old: formatMoney(line.unitPrice, locale),
    new: formatMoney(line.currentPrice ?? line.unitPrice, locale),
  }
  return (
    <li className="grid gap-2">
      <div className="flex items-baseline justify-between gap-4">
        <p className="min-w-0">
          {line.title} {line.variantTitle ? <span className="text-muted">({line.variantTitle}) </span> : null}
          <span className="tabular whitespace-nowrap text-muted">× {line.quantity}</span>
        </p>
        <Price dong={lineTotal(line)} className="whitespace-nowrap" />
      </div>
      {problem ? (
        <p className="notice notice-warning text-sm">
          {problem === 'problemPriceUp' || problem === 'problemPriceDown' ? t(problem, prices) : null}
          {problem === 'problemTooMany' ? t(problem, { available: line.available ?? 0 }) : null}
          {problem === 'problemOutOfStock' || problem === 'problemWithdrawn' ? t(problem) : null}
        </p>
      ) : null}
    </li>
  )
}

function Sum({ label, dong }: { label: string; dong: number }) {
  return (
    <div className="flex justify-between gap-4">
      <dt>{label}</dt>
      <dd>
        <Price dong={dong} />
      </dd>
    </div>
  )
}
