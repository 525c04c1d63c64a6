import { model } from '@medusajs/framework/utils'

/** A decision, plan or decree the programme rests on, as the documents cite it. */
export const LegalInstrument = model.define('LegalInstrument', {
  /** As in the extract, e.g. `law-001`. */
  code: model.text().primaryKey(),
  number: model.text().nullable(),
  type: model.text(),
  date: model.text().nullable(),
  date_as_given: model.json(),
  issuer: model.text().nullable(),
  level: model.text().nullable(),
  subject: model.text().nullable(),
  cited_in: model.array(),
  inconsistency: model.text().nullable(),
  note: model.text().nullable(),
  quote_hint: model.text(),
  source: model.text(),
})
