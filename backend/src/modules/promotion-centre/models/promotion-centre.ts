import { model } from '@medusajs/framework/utils'

/** Trung tâm xúc tiến of a province, which runs shops and sells goods of producers there on their behalf. */
export const PromotionCentre = model.define('PromotionCentre', {
  id: model.id({ prefix: 'pcen' }).primaryKey(),
  /** Two digits. */
  province_code: model.text(),
  name: model.text(),
  /** The office it belongs to, as it signs its letters. */
  unit: model.text(),
  phone: model.text().nullable(),
  email: model.text().nullable(),
  status: model.enum(['active', 'suspended']).default('active'),
  /** A demonstration centre, whose goods and sales are illustrative. */
  sample: model.boolean().default(false),
})
