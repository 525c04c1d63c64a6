import { model } from '@medusajs/framework/utils'

/** One thing that happened to a dossier. Insert-only: the database refuses to change or delete a row. */
export const DossierEvent = model
  .define('DossierEvent', {
    id: model.id({ prefix: 'dev' }).primaryKey(),
    dossier_id: model.text(),
    act: model.text(),
    state: model.text(),
    actor_type: model.enum(['producer', 'official', 'system']),
    actor_id: model.text(),
    actor_name: model.text(),
    happened_at: model.dateTime(),
    detail: model.json(),
  })
  .indexes([{ name: 'IDX_dossier_event_dossier', on: ['dossier_id', 'happened_at'] }])
