import { model } from '@medusajs/framework/utils'

/** Goods of this order were recalled: shown to its buyer. */
export const RecallNotice = model
  .define('RecallNotice', {
    id: model.id({ prefix: 'rnote' }).primaryKey(),
    order_id: model.text(),
    /** The recall's number at the traceability service. */
    recall_no: model.text(),
    /** Who recalled; not always the seller of the order's goods. */
    producer_id: model.text(),
    reason: model.text(),
    advice: model.text(),
    declared_at: model.dateTime(),
    lifted_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: 'IDX_recall_notice_order_recall_unique',
      on: ['order_id', 'recall_no'],
      unique: true,
      where: 'deleted_at IS NULL',
    },
    { name: 'IDX_recall_notice_recall_no', on: ['recall_no'], where: 'deleted_at IS NULL' },
  ])
