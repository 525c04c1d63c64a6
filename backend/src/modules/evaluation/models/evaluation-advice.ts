import { model } from '@medusajs/framework/utils'

/** Tổ tư vấn: what the advisory group found before the council meets (QĐ 26/2026 art. 7). */
export const EvaluationAdvice = model
  .define('EvaluationAdvice', {
    id: model.id({ prefix: 'advice' }).primaryKey(),
    evaluation_id: model.text(),
    /** Whether the papers are what they say; null while nobody has looked. */
    papers_sound: model.boolean().nullable(),
    papers_note: model.text(),
    /** yyyy-mm-dd at +07; null while nobody went there. */
    visited_on: model.text().nullable(),
    visit_place: model.text(),
    visit_note: model.text(),
    /** `{ photos: VisitPhoto[] }`, in the file store. */
    visit_photos: model.json(),
    /** Papers of further tests, from the producer's evidence. */
    test_papers: model.array(),
    test_note: model.text(),
    /** What the group would pick, by criterion id. */
    picks: model.json(),
    report: model.text(),
    author_id: model.text(),
    author_name: model.text(),
    handed_in_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: 'IDX_evaluation_advice_unique',
      on: ['evaluation_id'],
      unique: true,
      where: 'deleted_at IS NULL',
    },
  ])
