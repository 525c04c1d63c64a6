import { model } from '@medusajs/framework/utils'

/** How many guests a place takes a day; its row is the lock that those who accept, or change the calendar, wait for. */
export const StayHouse = model.define('StayHouse', {
  product_id: model.text().primaryKey(),
  producer_id: model.text(),
  /** Null: the host does not count. */
  guests_per_day: model.number().nullable(),
})
