import { model } from '@medusajs/framework/utils'

/** Thoả thuận bán hộ: a producer lets a centre sell for it, for a share of what is sold. */
export const CentreAgreement = model
  .define('CentreAgreement', {
    id: model.id({ prefix: 'cagr' }).primaryKey(),
    producer_id: model.text(),
    centre_id: model.text(),
    /** Null for all products of the producer. */
    product_ids: model.array().nullable(),
    /** Of the goods' price, in basis points (1 % is 100). */
    share_bps: model.number(),
    /** yyyy-mm-dd at +07, both included; an agreement without a last day goes on until it is ended. */
    first_day: model.text(),
    last_day: model.text().nullable(),
    /** `ended` as soon as its last day is fixed, which may be one to come: whether it counts on a day is for `agreement-on.ts` to say. */
    state: model.enum(['offered', 'accepted', 'ended', 'declined', 'withdrawn']).default('offered'),
    offered_by: model.enum(['producer', 'centre']),
    /** The person's id: a member's or an official's. */
    offered_by_id: model.text(),
    accepted_by: model.text().nullable(),
    accepted_at: model.dateTime().nullable(),
    ended_by: model.text().nullable(),
    ended_at: model.dateTime().nullable(),
    /** Also why a proposal was declined. */
    end_reason: model.text().nullable(),
    note: model.text().nullable(),
    sample: model.boolean().default(false),
  })
  .indexes([
    { name: 'IDX_centre_agreement_producer', on: ['producer_id'], where: 'deleted_at IS NULL' },
    { name: 'IDX_centre_agreement_centre', on: ['centre_id', 'state'], where: 'deleted_at IS NULL' },
    {
      name: 'IDX_centre_agreement_offered_unique',
      on: ['producer_id', 'centre_id'],
      unique: true,
      where: "state = 'offered' AND deleted_at IS NULL",
    },
    {
      name: 'IDX_centre_agreement_accepted_unique',
      on: ['producer_id', 'centre_id'],
      unique: true,
      where: "state = 'accepted' AND deleted_at IS NULL",
    },
  ])
