import { model } from '@medusajs/framework/utils'

/** A report handed in: its tables as they were then. Insert-only; a corrected report is a further edition. */
export const ReportRelease = model
  .define('ReportRelease', {
    id: model.id({ prefix: 'report' }).primaryKey(),
    /** `2026-11` or `2026`. */
    period: model.text(),
    /** Null for the whole country. */
    province_code: model.text().nullable(),
    /** 1, 2, … for one period and place. */
    edition: model.number(),
    /** Last day that counts, yyyy-mm-dd at +07. */
    as_of: model.text(),
    /** The moment up to which entries counted. */
    known_at: model.dateTime(),
    /** `ProgrammeFigures`. */
    content: model.json(),
    /** Hex SHA-256 of the content's canonical text. */
    sha256: model.text(),
    due_on: model.text(),
    /** Why there is a further edition; empty for the first. */
    note: model.text().default(''),
    official_id: model.text(),
    official_name: model.text(),
    sample: model.boolean().default(false),
  })
  .indexes([
    {
      name: 'IDX_report_release_edition_unique',
      on: ['period', 'province_code', 'edition'],
      unique: true,
      where: 'deleted_at IS NULL',
    },
  ])
