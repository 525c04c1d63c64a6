import { model } from '@medusajs/framework/utils'

/** One figure of the programme as a document gives it, with its own contradictions kept. */
export const Statistic = model.define('Statistic', {
  /** As in the extract, e.g. `TQ-01`. */
  code: model.text().primaryKey(),
  title: model.text(),
  title_en: model.text().nullable(),
  scope: model.json(),
  period: model.text().nullable(),
  as_of: model.text().nullable(),
  is_target: model.boolean(),
  unit: model.text().nullable(),
  total: model.float().nullable(),
  dimension: model.text().nullable(),
  breakdown: model.json(),
  breakdown_sum: model.float().nullable(),
  adds_up: model.boolean().nullable(),
  facts: model.json(),
  inconsistency: model.text().nullable(),
  inconsistency_en: model.text().nullable(),
  note: model.text().nullable(),
  note_en: model.text().nullable(),
  source: model.text(),
  quote_hint: model.text(),
})
