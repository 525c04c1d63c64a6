import { Price } from '#app/components/price.tsx'
import { order as words } from '#app/i18n/order.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { OrderView } from '#app/lib/medusa/cart-types.ts'

/** What was ordered and what it comes to, as a table that also stands on paper. */
export function OrderLines({ order }: { order: OrderView }) {
  const t = useT(words)
  return (
    <section className="grid gap-3">
      <h2>{t('lines')}</h2>
      <table className="w-full border-collapse">
        <thead>
          <tr className="border-b border-line-strong text-start text-sm text-muted">
            <th scope="col" className="py-2 pe-3 text-start font-normal">
              {t('product')}
            </th>
            <th scope="col" className="px-3 py-2 text-end font-normal sm:whitespace-nowrap">
              {t('quantity')}
            </th>
            <th scope="col" className="hidden px-3 py-2 text-end font-normal sm:table-cell">
              {t('unitPrice')}
            </th>
            <th scope="col" className="py-2 ps-3 text-end font-normal">
              {t('lineTotal')}
            </th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map((line) => (
            <tr key={line.id} className="border-b border-line align-baseline">
              <th scope="row" className="py-3 pe-3 text-start font-normal">
                <span className="font-semibold">{line.title}</span>
                <span className="block text-sm text-muted">{t('by', { producer: line.producer.name })}</span>
              </th>
              <td className="tabular px-3 py-3 text-end">{line.quantity}</td>
              <td className="hidden px-3 py-3 text-end whitespace-nowrap sm:table-cell">
                <Price dong={line.unitPrice} />
              </td>
              <td className="py-3 ps-3 text-end whitespace-nowrap">
                <Price dong={line.total} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="grid gap-2 justify-self-stretch sm:w-80 sm:justify-self-end">
        <div className="flex justify-between gap-4">
          <dt>{t('itemTotal')}</dt>
          <dd>
            <Price dong={order.itemTotal} />
          </dd>
        </div>
        <div className="flex justify-between gap-4">
          <dt>{t('shippingTotal')}</dt>
          <dd>
            <Price dong={order.shippingTotal} />
          </dd>
        </div>
        <div className="flex items-baseline justify-between gap-4 border-t border-line-strong pt-2 font-semibold">
          <dt>{t('total')}</dt>
          <dd>
            <Price dong={order.total} className="text-xl font-bold" />
          </dd>
        </div>
      </dl>
      <p className="text-muted">{t('payment')}</p>
    </section>
  )
}
