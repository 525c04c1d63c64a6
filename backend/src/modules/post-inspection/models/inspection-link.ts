import { model } from '@medusajs/framework/utils'

/** Ties a record of the inspectors' app to a post-inspection: what was found in the market is looked at where it was made. */
export const InspectionLink = model
  .define('InspectionLink', {
    id: model.id({ prefix: 'ilink' }).primaryKey(),
    post_inspection_id: model.text(),
    inspection_record_id: model.text(),
    linked_by: model.text(),
  })
  .indexes([
    {
      name: 'IDX_inspection_link_unique',
      on: ['post_inspection_id', 'inspection_record_id'],
      unique: true,
      where: 'deleted_at IS NULL',
    },
    { name: 'IDX_inspection_link_record', on: ['inspection_record_id'], where: 'deleted_at IS NULL' },
  ])
