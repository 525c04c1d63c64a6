import { model } from '@medusajs/framework/utils'

/** A decision before anybody has signed it. Nothing follows from it; signing makes a `CouncilDecision` of it. */
export const DecisionDraft = model
  .define('DecisionDraft', {
    id: model.id({ prefix: 'draft' }).primaryKey(),
    kind: model.enum(['recognition', 'revocation', 'suspension', 'lifting', 'extension', 'correction']),
    authority: model.text(),
    level: model.enum(['province', 'central']),
    /** Province of the authority; null for a central one. */
    province_code: model.text().nullable(),
    legal_basis: model.text(),
    /** The sitting or evaluation the results come from. */
    evaluation_ref: model.text().nullable(),
    /** `DraftRow[]` of its kind. */
    rows: model.json(),
    state: model.enum(['draft', 'signed', 'dropped']).default('draft'),
    /** Counts the changes: who signs says which one they have read. */
    version: model.number().default(1),
    /** Ids of officials. Four eyes: never the same. */
    drafted_by: model.text(),
    drafted_by_name: model.text(),
    signed_by: model.text().nullable(),
    /** The decision it became. */
    decision_id: model.text().nullable(),
    sample: model.boolean().default(false),
  })
  .indexes([
    { name: 'IDX_decision_draft_state', on: ['state', 'province_code'], where: 'deleted_at IS NULL' },
    { name: 'IDX_decision_draft_decision_id', on: ['decision_id'], where: 'decision_id IS NOT NULL' },
  ])
  .checks([
    {
      name: 'CHK_decision_draft_four_eyes',
      expression: (c) => `${c.signed_by} IS NULL OR ${c.signed_by} <> ${c.drafted_by}`,
    },
  ])
