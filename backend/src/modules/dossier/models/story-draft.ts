import { model } from '@medusajs/framework/utils'

/** The story of a product as its producer is writing it; nobody else sees it before it is published. */
export const StoryDraft = model.define('StoryDraft', {
  product_id: model.text().primaryKey(),
  producer_id: model.text(),
  vi: model.text(),
  en: model.text(),
  /** `Picture[]`, first one on cards. */
  pictures: model.json(),
  version: model.number().default(1),
  published_at: model.dateTime().nullable(),
  /** What the product page showed before (`ShownStory`), for the way back; null when there is none. */
  shown_before: model.json().nullable(),
})
