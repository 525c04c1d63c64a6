import { model } from '@medusajs/framework/utils'

/** The option a producer gives itself for one criterion. */
export const DossierPick = model
  .define('DossierPick', {
    id: model.id({ prefix: 'dpick' }).primaryKey(),
    dossier_id: model.text(),
    criterion_id: model.text(),
    /** False while only the explanation is written. */
    answered: model.boolean(),
    /** Null for the answer that none of the options is reached. */
    option_id: model.text().nullable(),
    note: model.text(),
  })
  .indexes([
    {
      name: 'IDX_dossier_pick_unique',
      on: ['dossier_id', 'criterion_id'],
      unique: true,
      where: 'deleted_at IS NULL',
    },
  ])
