import { model } from '@medusajs/framework/utils'

/** What a carrier takes for a parcel that comes back, from a day on: counts where its file names no amount. Whole đồng, both ways. */
export const FreightRate = model.define('FreightRate', {
  id: model.id({ prefix: 'frt' }).primaryKey(),
  carrier: model.text(),
  /** Calendar day at +07. */
  from_day: model.text(),
  two_way: model.number(),
  sample: model.boolean().default(false),
})
