import { model } from '@medusajs/framework/utils'

/** Quy tắc hoa hồng: what a sale owes the platform or the centre that sells for the producer. A used rule is ended, not changed. */
export const CommissionRule = model
  .define('CommissionRule', {
    id: model.id({ prefix: 'comr' }).primaryKey(),
    name: model.text(),
    payee: model.text(),
    basis: model.text(),
    /** Of `percent`: 100 = 1 %. */
    basis_points: model.number().nullable(),
    /** Of `per_unit` and `per_order`, whole đồng. */
    amount: model.number().nullable(),
    /** Bounds of one line's amount, whole đồng. */
    min_amount: model.number().nullable(),
    max_amount: model.number().nullable(),
    /** Share of what the buyer pays for delivery, in basis points; 0 for none. */
    shipping_basis_points: model.number().default(0),
    scope: model.text(),
    /** Sector, producer, centre or product; null for `all`. */
    scope_id: model.text().nullable(),
    /** Rules apply from the lowest to the highest. */
    position: model.number(),
    /** Of the rules of one group the closest to the product applies alone. */
    exclusive_group: model.text().nullable(),
    /** Calendar days at +07, both inclusive. */
    from_day: model.text(),
    to_day: model.text().nullable(),
    sample: model.boolean().default(false),
    created_by: model.text(),
  })
  .indexes([{ name: 'IDX_commission_rule_days', on: ['from_day', 'to_day'] }])
