import { model } from '@medusajs/framework/utils'
import { GOODS_KINDS } from '../states'

/** How long after delivery, and for which reasons, goods may be asked back; the newest that has begun counts. */
export const ReturnWindow = model
  .define('ReturnWindow', {
    id: model.id({ prefix: 'rwin' }).primaryKey(),
    goods: model.enum([...GOODS_KINDS]),
    /** yyyy-mm-dd, +07 */
    valid_from: model.text(),
    hours: model.number(),
    reasons: model.array(),
    /** Law or decision it follows from. */
    source: model.text(),
  })
  .indexes([{ name: 'IDX_return_window_unique', on: ['goods', 'valid_from'], unique: true }])
