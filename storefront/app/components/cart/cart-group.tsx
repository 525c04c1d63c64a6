import { Link } from '@remix-run/react'
import { Price } from '#app/components/price.tsx'
import { cart } from '#app/i18n/cart.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { ProducerGroup } from '#app/lib/medusa/cart-groups.ts'
import { CartLine } from './cart-line.tsx'

/** The lines of one producer, which travel as one parcel. */
export function CartGroup({ group, errorOf }: { group: ProducerGroup; errorOf: (lineId: string) => string | null }) {
  const t = useT(cart)
  return (
    <section className="card">
      <header className="grid gap-0.5 border-b border-line px-4 py-3 md:px-6">
        <h2 className="text-lg">
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
        {group.lines.map((line) => (
          <CartLine key={line.id} line={line} error={errorOf(line.id)} />
        ))}
      </ul>
      <p className="flex items-baseline justify-between gap-4 border-t border-line px-4 py-3 md:px-6">
        <span className="text-muted">{t('subtotal')}</span>
        <Price dong={group.subtotal} className="font-semibold" />
      </p>
    </section>
  )
}
