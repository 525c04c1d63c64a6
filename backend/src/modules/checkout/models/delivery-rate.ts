import { model } from '@medusajs/framework/utils'

/**
 * What delivering one producer's goods of an order costs, in whole đồng, on the days from `valid_from` to `valid_to`. A flat rate is
 * `first_fee` alone; by weight every started `step_grams` above `first_grams` adds `step_fee`.
 */
export const DeliveryRate = model.define('DeliveryRate', {
  id: model.id({ prefix: 'drate' }).primaryKey(),
  /** Null: of every producer that has no rate of its own for the method. */
  producer_id: model.text().nullable(),
  method: model.enum(['flat', 'by_weight']),
  first_grams: model.number().nullable(),
  first_fee: model.number(),
  step_grams: model.number().nullable(),
  step_fee: model.number().nullable(),
  /** Heavier parcels do not go at this rate. */
  max_grams: model.number().nullable(),
  /** Days yyyy-mm-dd at +07, both included. */
  valid_from: model.text(),
  valid_to: model.text().nullable(),
  /** Where the figures come from. */
  source: model.text(),
})
