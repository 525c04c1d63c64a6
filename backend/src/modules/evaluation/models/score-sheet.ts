import { model } from '@medusajs/framework/utils'

/**
 * Phiếu chấm: what one member gives one product in one scoring round. Read through `sheetsFor` alone: nobody but its writer sees
 * it before the round is revealed.
 */
export const ScoreSheet = model
  .define('ScoreSheet', {
    id: model.id({ prefix: 'sheet' }).primaryKey(),
    item_id: model.text(),
    sitting_id: model.text(),
    evaluation_id: model.text(),
    member_id: model.text(),
    official_id: model.text(),
    scoring_round: model.number(),
    state: model.enum(['draft', 'submitted', 'conflict', 'absent']).default('draft'),
    /** Option by criterion id. */
    picks: model.json(),
    opinion: model.text(),
    stance: model.enum(['agree', 'meet']).nullable(),
    conflict_ground: model.text().nullable(),
    excluded_reason: model.text().nullable(),
    submitted_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: 'IDX_score_sheet_unique',
      on: ['item_id', 'scoring_round', 'member_id'],
      unique: true,
      where: 'deleted_at IS NULL',
    },
    { name: 'IDX_score_sheet_official', on: ['official_id', 'state'], where: 'deleted_at IS NULL' },
  ])
