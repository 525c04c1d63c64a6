import { model } from '@medusajs/framework/utils'
import { PROPOSAL_STATES } from '../states'

/** Đề nghị thu hồi: that a recognition be taken back, on one of the grounds of QĐ 26/2026 art. 8. */
export const RevocationProposal = model
  .define('RevocationProposal', {
    id: model.id({ prefix: 'revprop' }).primaryKey(),
    recognition_id: model.text(),
    product_name: model.text(),
    producer_id: model.text().nullable(),
    producer_name: model.text(),
    stars: model.number(),
    province_code: model.text(),
    commune_code: model.text().nullable(),
    /** The inspection whose conclusion it rests on; null when another authority concluded. */
    post_inspection_id: model.text().nullable(),
    /** The other authority and its paper. */
    authority: model.text().nullable(),
    authority_paper: model.text().nullable(),
    /** Key of a ground in the rule record `revocation-grounds`. */
    ground: model.text(),
    reason: model.text(),
    /** What proves it, in words. */
    evidence: model.text(),
    /** Day of the conclusion, and the last day for the decision. */
    concluded_on: model.text(),
    due_on: model.text(),
    state: model.enum([...PROPOSAL_STATES]).default('proposed'),
    proposed_by: model.text(),
    drop_note: model.text().nullable(),
    draft_id: model.text().nullable(),
    decision_number: model.text().nullable(),
    decided_on: model.text().nullable(),
    sample: model.boolean().default(false),
  })
  .indexes([
    {
      name: 'IDX_revocation_proposal_open_unique',
      on: ['recognition_id'],
      unique: true,
      where: "state IN ('proposed', 'drafted') AND deleted_at IS NULL",
    },
    { name: 'IDX_revocation_proposal_inspection', on: ['post_inspection_id'], where: 'deleted_at IS NULL' },
    { name: 'IDX_revocation_proposal_due', on: ['province_code', 'due_on'], where: 'deleted_at IS NULL' },
  ])
