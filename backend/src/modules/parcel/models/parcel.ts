import { model } from '@medusajs/framework/utils'
import { PARCEL_STATES, PARCEL_WITNESSES } from '../states'

/** Kiện hàng: what of one seller order leaves in one piece. An order may have several. */
export const Parcel = model
  .define('Parcel', {
    id: model.id({ prefix: 'pcl' }).primaryKey(),
    /** The packer's key: packed twice with one key, it is one parcel. */
    key: model.text(),
    order_id: model.text(),
    group_id: model.text(),
    producer_id: model.text(),
    /** 1, 2 … within its order, parcels that were unpacked counted. */
    no: model.number(),
    state: model.enum([...PARCEL_STATES]).default('packing'),
    /** Medusa's fulfilment, through which the stock left. */
    fulfillment_id: model.text().nullable(),
    packed_by: model.text(),
    sample: model.boolean().default(false),
    packed_at: model.dateTime(),
    shipped_at: model.dateTime().nullable(),
    delivered_at: model.dateTime().nullable(),
    /** When it was refused or unpacked. */
    closed_at: model.dateTime().nullable(),
    /** Who said that it arrived or was refused. */
    witness: model.enum([...PARCEL_WITNESSES]).nullable(),
    close_reason: model.text().nullable(),
    carrier: model.text().nullable(),
    tracking_no: model.text().nullable(),
    /** Whole đồng the carrier collects for this parcel (bigint). */
    cod_amount: model.number().default(0),
    /** The buyer may look into it before paying (đồng kiểm). */
    joint_inspection: model.boolean().default(false),
    /** When the traceability service had taken note of it. */
    told_at: model.dateTime().nullable(),
    /** When refused goods were back, and whether they can be sold again. */
    taken_back_at: model.dateTime().nullable(),
    sellable: model.boolean().nullable(),
  })
  .indexes([
    { name: 'IDX_parcel_key_unique', on: ['producer_id', 'key'], unique: true },
    { name: 'IDX_parcel_no_unique', on: ['order_id', 'no'], unique: true },
    { name: 'IDX_parcel_group', on: ['group_id'] },
    { name: 'IDX_parcel_producer', on: ['producer_id', 'state', 'packed_at'] },
    { name: 'IDX_parcel_tracking', on: ['tracking_no'], where: 'tracking_no IS NOT NULL' },
    { name: 'IDX_parcel_packing', on: ['packed_at'], where: "state = 'packing'" },
  ])
