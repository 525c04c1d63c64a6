import { model } from '@medusajs/framework/utils'

/** One recognition that a plan means to look at, and the month. */
export const InspectionPlanItem = model
  .define('InspectionPlanItem', {
    id: model.id({ prefix: 'ipitem' }).primaryKey(),
    plan_id: model.text(),
    recognition_id: model.text(),
    product_name: model.text(),
    producer_name: model.text(),
    stars: model.number(),
    /** 1 to 12. */
    month: model.number(),
  })
  .indexes([
    {
      name: 'IDX_inspection_plan_item_unique',
      on: ['plan_id', 'recognition_id'],
      unique: true,
      where: 'deleted_at IS NULL',
    },
  ])
