/**
 * Events of the shop that other parts listen to. All are emitted by the outbox (at least once, after commit), with
 * `{ id }` for one product or an array of such objects for several.
 */
export const SHOP_EVENTS = {
  /** Anything a product card or a passport shows of a product has changed: its recognition, star, listing or producer. */
  productChanged: 'catalogue.product_changed',
} as const

export interface ProductChangedEvent {
  id: string
}
