import { model } from '@medusajs/framework/utils'
import { Recognition } from './recognition'

/** Quyết định công nhận: one signed decision. */
export const CouncilDecision = model
  .define('CouncilDecision', {
    id: model.id({ prefix: 'decision' }).primaryKey(),
    /** What it does; only `recognition` gives stars. */
    kind: model
      .enum(['recognition', 'revocation', 'suspension', 'lifting', 'extension', 'correction'])
      .default('recognition'),
    number: model.text(),
    /** Calendar day at +07, yyyy-mm-dd. */
    date: model.text(),
    /** Year of `date`: numbers begin anew every year. */
    year: model.number(),
    authority: model.text(),
    level: model.enum(['district', 'province', 'central']),
    legal_basis: model.text().nullable(),
    /** Province of the authority; null for a central one. */
    province_code: model.text().nullable(),
    /** Who signed, as the document prints it: `{ name, title }[]`. */
    signatories: model.json().nullable(),
    /** What a decision other than a recognition did to which recognition, as `DecisionChange[]`. */
    changes: model.json().nullable(),
    /** The import that brought it, if one did. */
    import_id: model.text().nullable(),
    source: model.text().nullable(),
    /** True when the decision is illustrative. */
    sample: model.boolean().default(false),
    recognitions: model.hasMany(() => Recognition, { mappedBy: 'decision' }),
  })
  .indexes([
    {
      name: 'IDX_council_decision_number_authority_year_unique',
      on: ['number', 'authority', 'year'],
      unique: true,
      where: 'deleted_at IS NULL',
    },
    { name: 'IDX_council_decision_import_id', on: ['import_id'], where: 'import_id IS NOT NULL' },
  ])
