import { model } from '@medusajs/framework/utils'
import { SITE_PAGE_KEYS } from '../keys'

/** One wording of a page. Never changed: another wording is another version, so that it is known what was in force when. */
export const SitePageVersion = model
  .define('SitePageVersion', {
    id: model.id({ prefix: 'spage' }).primaryKey(),
    page: model.enum([...SITE_PAGE_KEYS]),
    /** 1 for the first of its page. */
    no: model.number(),
    title_vi: model.text(),
    title_en: model.text(),
    lead_vi: model.text(),
    lead_en: model.text(),
    /** Markdown; headings begin at the second level. */
    body_vi: model.text(),
    body_en: model.text(),
    /** From when on this is what people read (UTC), unless a later version has begun. */
    published_from: model.dateTime(),
    /** The user who wrote it; null for the wording that came with the software. */
    author_id: model.text().nullable(),
    /** What changed, for colleagues. */
    note: model.text().nullable(),
    /** Facts in it are illustrative. */
    sample: model.boolean().default(false),
  })
  .indexes([
    { name: 'IDX_site_page_version_unique', on: ['page', 'no'], unique: true, where: 'deleted_at IS NULL' },
    { name: 'IDX_site_page_version_published', on: ['page', 'published_from'], where: 'deleted_at IS NULL' },
  ])
