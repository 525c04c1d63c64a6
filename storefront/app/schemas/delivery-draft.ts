import type { Delivery } from '#app/lib/medusa/cart-types.ts'
import type { DeliveryField } from './delivery.ts'

/** The delivery form as typed, one text a field. */
export type DeliveryDraft = Record<DeliveryField, string>

/** What a form starts with: the address already in the cart, or nothing. */
export function draftOf(delivery: Delivery | null): DeliveryDraft {
  return {
    name: delivery?.name ?? '',
    phone: delivery?.phone ?? '',
    email: delivery?.email ?? '',
    provinceCode: delivery?.province.code ?? '',
    communeCode: delivery?.commune.code ?? '',
    legacyPlace: '',
    street: delivery?.street ?? '',
    note: delivery?.note ?? '',
  }
}
