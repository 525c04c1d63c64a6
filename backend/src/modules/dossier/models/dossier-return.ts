import { model } from '@medusajs/framework/utils'

/** A dossier sent back for correction: what is wrong, piece by piece, and until when it may be mended. */
export const DossierReturn = model
  .define('DossierReturn', {
    id: model.id({ prefix: 'dret' }).primaryKey(),
    dossier_id: model.text(),
    official_id: model.text(),
    official_name: model.text(),
    returned_at: model.dateTime(),
    /** Last day for the answer, included. */
    deadline: model.text(),
    /** `ReturnItem[]`: what, where and why. */
    items: model.json(),
    answered_at: model.dateTime().nullable(),
  })
  .indexes([{ name: 'IDX_dossier_return_dossier', on: ['dossier_id', 'returned_at'], where: 'deleted_at IS NULL' }])
