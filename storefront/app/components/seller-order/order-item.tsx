import { sellerOrders } from '#app/i18n/seller-orders.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { SellerOrderLine } from '#app/lib/orders/types.ts'
import { buttonClass } from '../button.tsx'
import { Day } from '../day.tsx'
import { Price } from '../price.tsx'

/**
 * An order in a list, inside a form that posts to `/chu-the/don-hang`: with its box to choose it, and one tap to confirm it alone.
 * `chosen` sends the order with the form without a box.
 */
export function OrderItem({ order, chosen = false }: { order: SellerOrderLine; chosen?: boolean }) {
  const t = useT(sellerOrders)
  return (
    <li className="card card-body grid gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
        {chosen ? (
          <>
            <input type="hidden" name="order" value={order.orderId} />
            <strong className="tabular">{order.number}</strong>
          </>
        ) : (
          <label className="flex min-h-11 items-center gap-2 font-semibold tabular">
            <input
              type="checkbox"
              name="order"
              value={order.orderId}
              aria-label={t('choose', { number: order.number })}
            />
            {order.number}
          </label>
        )}
        <span className="text-sm text-muted">{t(`state_${order.state}`)}</span>
      </div>
      <ul>
        {order.lines.map((line) => (
          <li key={line.lineId}>
            {line.quantity} × {line.title}
            {line.variant ? <span className="text-muted"> ({line.variant})</span> : null}
          </li>
        ))}
      </ul>
      <p className="text-sm text-muted">
        {[order.receiver.name, order.receiver.place].filter(Boolean).join(', ')} · <Day value={order.placedAt} moment />
      </p>
      <p className="text-sm">
        <Price dong={order.total} className="font-semibold" /> · {t(`method_${order.method}`)}
      </p>
      {order.openRequests > 0 ? (
        <p className="notice notice-warning">{t('requests', { count: order.openRequests })}</p>
      ) : null}
      {order.unreadMessages > 0 ? (
        <p className="notice">
          <a className="link inline-flex min-h-11 items-center" href={`/chu-the/don-hang/${order.orderId}#moi`}>
            {t('unread', { count: order.unreadMessages })}
            <span className="sr-only">: {order.number}</span>
          </a>
        </p>
      ) : null}
      {order.closeReason ? <p className="text-sm text-muted">{order.closeReason}</p> : null}
      <div className="flex flex-wrap items-center gap-3">
        {order.state === 'to_confirm' ? (
          <button type="submit" name="one" value={order.orderId} className={buttonClass('primary', true)}>
            {t('confirm')}
          </button>
        ) : null}
        <a className="link inline-flex min-h-11 items-center" href={`/chu-the/don-hang/${order.orderId}`}>
          {t('open', { number: order.number })}
        </a>
      </div>
    </li>
  )
}
