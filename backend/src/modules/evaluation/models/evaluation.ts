import { model } from '@medusajs/framework/utils'
import { EVALUATION_STATES } from '../../../evaluations/evaluation-state'

/** One dossier in one round, at one level. */
export const Evaluation = model
  .define('Evaluation', {
    id: model.id({ prefix: 'eval' }).primaryKey(),
    dossier_id: model.text(),
    round_id: model.text(),
    level: model.enum(['province', 'ministry']),
    /** Of the dossier's commune; two digits. */
    province_code: model.text(),
    commune_code: model.text(),
    kind: model.enum(['first', 'upgrade', 'renewal']),
    product_id: model.text(),
    product_name: model.text(),
    producer_id: model.text(),
    producer_name: model.text(),
    rubric_version: model.text(),
    set_no: model.number(),
    /** Which of two option lists of a set applies (set 26); null elsewhere. */
    variant: model.text().nullable(),
    state: model.enum([...EVALUATION_STATES]).default('received'),
    /** Rises with every act: who acts on what they saw names it, so that of two officials at once one wins. */
    version: model.number().default(1),
    received_on: model.text(),
    /** Last day for a result: of the round, or 45 days for a re-evaluation. */
    due_on: model.text(),
    /** The sitting it stands on the agenda of, or last stood. */
    sitting_id: model.text().nullable(),
    /** The whole `Rating` with its inputs, once scored. */
    rating: model.json().nullable(),
    points: model.float().nullable(),
    /** Class of the result: 1 to 5; below 3 there is no certificate. */
    stars: model.number().nullable(),
    /** Why it ended as it did, in words of the law (`outcome.ts`). */
    outcome: model.text().nullable(),
    settled_at: model.dateTime().nullable(),
    settled_by: model.text().nullable(),
    close_reason: model.text().nullable(),
    /** At the ministry: the province's evaluation that it came from. */
    forwarded_from: model.text().nullable(),
    /** The draft decision that holds the result. */
    drafted_in: model.text().nullable(),
    sample: model.boolean().default(false),
  })
  .indexes([
    {
      name: 'IDX_evaluation_dossier_unique',
      on: ['dossier_id', 'level'],
      unique: true,
      where: "deleted_at IS NULL AND state <> 'closed'",
    },
    { name: 'IDX_evaluation_place', on: ['level', 'province_code', 'state', 'due_on'], where: 'deleted_at IS NULL' },
    { name: 'IDX_evaluation_round', on: ['round_id'], where: 'deleted_at IS NULL' },
    { name: 'IDX_evaluation_sitting', on: ['sitting_id'], where: 'deleted_at IS NULL' },
  ])
