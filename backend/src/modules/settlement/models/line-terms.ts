import { model } from '@medusajs/framework/utils'

/**
 * What one line of an order was sold under, frozen when it was placed: who bears which discount, which commissions and taxes it
 * owes by which rules. The delivery of an order is a line too (`freight`). Never changed.
 */
export const LineTerms = model
  .define('LineTerms', {
    line_id: model.text().primaryKey(),
    /** `goods` or `freight`. */
    kind: model.text(),
    group_id: model.text(),
    order_id: model.text(),
    producer_id: model.text(),
    centre_id: model.text().nullable(),
    product_id: model.text().nullable(),
    sector: model.text().nullable(),
    legal_form: model.text(),
    quantity: model.number(),
    /** Before discounts; paid = goods − the three discounts; base = goods − producer_discount. All bigint. */
    goods: model.number(),
    producer_discount: model.number(),
    centre_discount: model.number(),
    platform_discount: model.number(),
    paid: model.number(),
    base: model.number(),
    /** `FrozenCommission[]` and `FrozenTax[]` of src/settlement/line-terms.ts. */
    commissions: model.json(),
    taxes: model.json(),
    frozen_at: model.dateTime(),
  })
  .indexes([
    { name: 'IDX_line_terms_order', on: ['order_id', 'line_id'] },
    { name: 'IDX_line_terms_producer', on: ['producer_id', 'frozen_at'] },
  ])
