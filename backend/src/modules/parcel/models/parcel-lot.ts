import { model } from '@medusajs/framework/utils'

/** Which lot, by the producer's book, the goods of a parcel's line are of. */
export const ParcelLot = model
  .define('ParcelLot', {
    id: model.id({ prefix: 'plot' }).primaryKey(),
    parcel_id: model.text(),
    line_id: model.text(),
    product_id: model.text(),
    producer_id: model.text(),
    lot_ref: model.text(),
    lot_code: model.text(),
    /** yyyy-mm-dd */
    best_before: model.text().nullable(),
    packed_on: model.text().nullable(),
    quantity: model.number(),
    /** `{ value, unit }`: what the packages take from the lot's balance; null when the book keeps none. */
    amount: model.json().nullable(),
    /** Why another lot was taken than the one that expires first. */
    reason: model.text().nullable(),
  })
  .indexes([
    { name: 'IDX_parcel_lot_unique', on: ['parcel_id', 'line_id', 'lot_ref'], unique: true },
    { name: 'IDX_parcel_lot_lot', on: ['producer_id', 'lot_ref'] },
  ])
