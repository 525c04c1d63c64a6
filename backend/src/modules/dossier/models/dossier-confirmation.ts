import { model } from '@medusajs/framework/utils'
import { CONFIRMED_ITEMS } from '../states'

/** What the commune found on one of the four items it answers for. */
export const DossierConfirmation = model
  .define('DossierConfirmation', {
    id: model.id({ prefix: 'dconf' }).primaryKey(),
    dossier_id: model.text(),
    item: model.enum([...CONFIRMED_ITEMS]),
    confirmed: model.boolean(),
    /** A share in per cent or points, as the rule says for the item. */
    figure: model.float().nullable(),
    note: model.text(),
    official_id: model.text(),
    official_name: model.text(),
    confirmed_at: model.dateTime(),
  })
  .indexes([
    { name: 'IDX_dossier_confirmation_unique', on: ['dossier_id', 'item'], unique: true, where: 'deleted_at IS NULL' },
  ])
