import { Form, Link } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { Price } from '#app/components/price.tsx'
import { cart } from '#app/i18n/cart.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { DeliveryChoice, ReviewGroup, ReviewLine } from '#app/lib/medusa/cart-types.ts'
import { CartLine } from './cart-line.tsx'
import { DeliveryWords } from './delivery-words.tsx'

interface CartGroupProps {
  group: ReviewGroup
  lines: readonly ReviewLine[]
  errorOf: (lineId: string) => string | null
}

/** The goods of one producer, which travel as one parcel: lines, how they come, and what they cost together. */
export function CartGroup({ group, lines, errorOf }: CartGroupProps) {
  const t = useT(cart)
  return (
    <section className="card" aria-labelledby={`chu-the-${group.producer.id}`}>
      <header className="grid gap-0.5 border-b border-line px-4 py-3 md:px-6">
        <h2 className="text-lg" id={`chu-the-${group.producer.id}`}>
          {group.producer.handle ? (
            <Link className="hover:underline" to={`/nha-san-xuat/${group.producer.handle}`}>
              {group.producer.name}
            </Link>
          ) : (
            t('unknownProducer')
          )}
        </h2>
        <p className="text-sm text-muted">{t('groupNote')}</p>
      </header>
      <ul>
        {lines.map((line) => (
          <CartLine key={line.id} line={line} error={errorOf(line.id)} />
        ))}
      </ul>
      <DeliveryChoices group={group} />
      <p className="flex items-baseline justify-between gap-4 border-t border-line px-4 py-3 md:px-6">
        <span className="text-muted">{t('groupTotal')}</span>
        <Price dong={group.total} className="font-semibold" />
      </p>
    </section>
  )
}

/** One way to deliver is said; several are a choice, each with its price, sent by its own button. */
function DeliveryChoices({ group }: { group: ReviewGroup }) {
  const t = useT(cart)
  const heading = <h3 className="text-base font-semibold">{t('deliveryLegend')}</h3>
  if (group.deliveries.length === 0) {
    return (
      <div className="grid gap-2 border-t border-line px-4 py-3 md:px-6">
        {heading}
        <p className="notice notice-warning">{t('noDelivery')}</p>
      </div>
    )
  }
  return (
    <div className="grid gap-2 border-t border-line px-4 py-3 md:px-6">
      {heading}
      <ul className="grid gap-2">
        {group.deliveries.map((choice) => (
          <li key={choice.key} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span className={`min-w-0 ${choice.chosen ? 'font-semibold' : ''}`}>
              {choice.chosen ? <span aria-hidden="true">✓ </span> : null}
              <DeliveryWords method={choice.method} shop={choice.shop} weightGrams={group.weightGrams} />
            </span>
            <span className="ms-auto flex items-center gap-3">
              <Fee choice={choice} group={group} />
              {choice.chosen ? null : (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="producerId" value={group.producer.id} />
                  <input type="hidden" name="delivery" value={choice.key} />
                  <Button look="quiet" name="intent" value="deliver">
                    {t('choose')}
                  </Button>
                </Form>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Fee({ choice, group }: { choice: DeliveryChoice; group: ReviewGroup }) {
  const t = useT(cart)
  const fee = choice.chosen ? group.shipping : choice.fee
  return (
    <span className="whitespace-nowrap">
      {choice.chosen && group.shippingDiscount > 0 ? (
        <s className="pe-2 text-muted">
          <Price dong={group.shippingFee} />
        </s>
      ) : null}
      {fee === 0 ? t('free') : <Price dong={fee} />}
    </span>
  )
}
