import type { SellerOrderState } from '../modules/order-group/states'
import type { ParcelState } from '../modules/parcel/states'

/** What the parcels of an order say about it. */
export interface ParcelFacts {
  /** States of its parcels that were not unpacked. */
  parcels: readonly ParcelState[]
  /** Everything that was ordered lies in one of them. */
  complete: boolean
}

/**
 * The state of a confirmed order by its parcels: as far as the last of them, once all of it is packed. Pure.
 * Out: `confirmed` while something is still to be packed.
 */
export function stateByParcels({
  parcels,
  complete,
}: ParcelFacts): Extract<SellerOrderState, 'confirmed' | 'packed' | 'shipped' | 'delivered' | 'refused'> {
  const live = parcels.filter((state) => state !== 'unpacked')
  if (!complete || live.length === 0 || live.includes('packing')) return 'confirmed'
  if (live.every((state) => state === 'refused')) return 'refused'
  if (live.every((state) => state === 'delivered' || state === 'refused')) return 'delivered'
  return live.includes('packed') ? 'packed' : 'shipped'
}
