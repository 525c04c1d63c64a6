import { model } from '@medusajs/framework/utils'

/** One row of an imported file, as read, with what is wrong with it. */
export const DecisionImportRow = model
  .define('DecisionImportRow', {
    id: model.id({ prefix: 'decrow' }).primaryKey(),
    import_id: model.text(),
    /** As the spreadsheet numbers it; the header is row 1. */
    row_no: model.number(),
    /** The cells by column, as texts. */
    cells: model.json(),
    /** `{ column, code }[]`; empty when the row can be taken over. */
    faults: model.json(),
    /** `new`, `known` (on record already) or `faulty`. */
    outcome: model.enum(['new', 'known', 'faulty']),
    /** `ImportedResult` when there is no fault. */
    result: model.json().nullable(),
    product_id: model.text().nullable(),
  })
  .indexes([
    {
      name: 'IDX_decision_import_row_no_unique',
      on: ['import_id', 'row_no'],
      unique: true,
      where: 'deleted_at IS NULL',
    },
  ])
