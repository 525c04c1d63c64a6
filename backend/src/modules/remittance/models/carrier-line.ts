import { model } from '@medusajs/framework/utils'
import { CARRIER_LINE_STATES, CARRIER_PROBLEMS, CARRIER_REPORTS } from '../states'

/** What a carrier says of one parcel, once. Whole đồng in `bigint` columns. */
export const CarrierLine = model
  .define('CarrierLine', {
    id: model.id({ prefix: 'crl' }).primaryKey(),
    file_id: model.text(),
    row_no: model.number(),
    carrier: model.text(),
    tracking_no: model.text(),
    report: model.enum([...CARRIER_REPORTS]),
    /** What it collected, and what it keeps; a null fee was not named. */
    cod: model.number(),
    fee: model.number().nullable(),
    on_day: model.text(),
    /** What it should have collected; null for a parcel we do not know. */
    expected: model.number().nullable(),
    parcel_id: model.text().nullable(),
    order_id: model.text().nullable(),
    state: model.enum([...CARRIER_LINE_STATES]),
    problem: model.enum([...CARRIER_PROBLEMS]).nullable(),
    note: model.text().nullable(),
    closed_by: model.text().nullable(),
    closed_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: 'IDX_carrier_line_file', on: ['file_id'] },
    { name: 'IDX_carrier_line_state', on: ['state', 'id'] },
  ])
