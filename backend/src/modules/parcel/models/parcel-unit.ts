import { model } from '@medusajs/framework/utils'

/** A labelled package in a parcel, by the code scanned at packing. One label is in one parcel at most. */
export const ParcelUnit = model
  .define('ParcelUnit', {
    id: model.id({ prefix: 'punt' }).primaryKey(),
    parcel_id: model.text(),
    line_id: model.text(),
    lot_ref: model.text(),
    code: model.text(),
    batch_no: model.number(),
    unit_index: model.number(),
    /** When the parcel was unpacked, or came back: the package may be packed again. */
    released_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: 'IDX_parcel_unit_held_unique',
      on: ['batch_no', 'unit_index'],
      unique: true,
      where: 'released_at IS NULL',
    },
    { name: 'IDX_parcel_unit_parcel', on: ['parcel_id'] },
  ])
