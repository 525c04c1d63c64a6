import { order } from '#app/i18n/order.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { Delivery } from '#app/lib/medusa/cart-types.ts'

/** A delivery address as it is written on a parcel: person, phone, street, then the two tiers. */
export function DeliveryAddress({ delivery }: { delivery: Delivery }) {
  const t = useT(order)
  return (
    <div className="grid gap-1 break-words">
      <p className="font-semibold">{delivery.name}</p>
      <p className="tabular">{spacedPhone(delivery.phone)}</p>
      <p>{delivery.street}</p>
      <p>
        {delivery.commune.name}, {delivery.province.name}
      </p>
      {delivery.note ? (
        <p className="pt-1 text-muted">
          {t('note')}: {delivery.note}
        </p>
      ) : null}
    </div>
  )
}

function spacedPhone(phone: string): string {
  return /^0\d{9}$/.test(phone) ? `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}` : phone
}
