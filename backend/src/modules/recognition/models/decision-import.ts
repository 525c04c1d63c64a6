import { model } from '@medusajs/framework/utils'

/** One file of past decisions: read and checked first, then taken over as a whole, then perhaps undone as a whole. */
export const DecisionImport = model
  .define('DecisionImport', {
    id: model.id({ prefix: 'decimp' }).primaryKey(),
    file_name: model.text(),
    format: model.enum(['csv', 'xlsx']),
    sha256: model.text(),
    state: model.enum(['checked', 'committed', 'undone']).default('checked'),
    /** Province of the official who brought it: rows of another one are refused. Null for the ministry. */
    province_code: model.text().nullable(),
    official_id: model.text(),
    official_name: model.text(),
    row_count: model.number(),
    /** Rows with a fault; none may be left when the file is taken over. */
    error_count: model.number(),
    /** Rows that are on record already and are passed over. */
    known_count: model.number(),
    decision_count: model.number(),
    /** New rows about a product of ours. */
    matched_count: model.number(),
    committed_at: model.dateTime().nullable(),
    undone_at: model.dateTime().nullable(),
    /** True when its decisions are illustrative. */
    sample: model.boolean().default(false),
  })
  .indexes([{ name: 'IDX_decision_import_province', on: ['province_code', 'state'], where: 'deleted_at IS NULL' }])
