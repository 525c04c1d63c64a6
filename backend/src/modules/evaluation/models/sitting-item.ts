import { model } from '@medusajs/framework/utils'

/** One dossier on an agenda, and how far its scoring has come (`Scoring`). */
export const SittingItem = model
  .define('SittingItem', {
    id: model.id({ prefix: 'sitem' }).primaryKey(),
    sitting_id: model.text(),
    evaluation_id: model.text(),
    position: model.number(),
    state: model.enum(['waiting', 'scoring', 'revealed', 'adjourned']).default('waiting'),
    scoring_round: model.number().default(1),
    rescore_notes: model.array(),
    /** The `Rating` of the last revealed round. */
    rating: model.json().nullable(),
    revealed_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: 'IDX_sitting_item_unique',
      on: ['sitting_id', 'evaluation_id'],
      unique: true,
      where: 'deleted_at IS NULL',
    },
    { name: 'IDX_sitting_item_evaluation', on: ['evaluation_id'], where: 'deleted_at IS NULL' },
  ])
