import { model } from '@medusajs/framework/utils'

/** What the commune found on one of the four items it answers for. */
export const DossierConfirmation = model
  .define('DossierConfirmation', {
    id: model.id({ prefix: 'dconf' }).primaryKey(),
    dossier_id: model.text(),
    /** Code of the rule's `communeConfirms`: origin, local labour, idea, identity. */
    item: model.text(),
    confirmed: model.boolean(),
    /** What it was measured by, as the officer writes it: `18 of 25 workers`. */
    figure: model.text(),
    note: model.text(),
    official_id: model.text(),
    official_name: model.text(),
    confirmed_at: model.dateTime(),
  })
  .indexes([
    { name: 'IDX_dossier_confirmation_unique', on: ['dossier_id', 'item'], unique: true, where: 'deleted_at IS NULL' },
  ])
