import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { ApiError } from '../../../http/api-error'
import { SITE_PAGE_MODULE } from '../../../modules/site-page'
import type { SitePageKey } from '../../../modules/site-page/keys'
import type { SitePageModuleService } from '../../../modules/site-page/service'

export interface NewSitePageVersion {
  page: SitePageKey
  /** Number of the newest wording that the writer has seen. */
  after: number
  titleVi: string
  titleEn: string
  leadVi: string
  leadEn: string
  bodyVi: string
  bodyEn: string
  /** UTC, ISO 8601. */
  publishedFrom: string
  authorId: string | null
  note: string | null
  sample: boolean
}

/**
 * Adds a wording to a page; the undo takes it away. Throws ApiError 409 `page_changed` when somebody else has added one since.
 * Out: its number.
 */
export const keepSitePageVersionStep = createStep(
  'keep-site-page-version',
  async (given: NewSitePageVersion, { container }) => {
    const pages: SitePageModuleService = container.resolve(SITE_PAGE_MODULE)
    const newest = async () =>
      (await pages.listSitePageVersions({ page: given.page }, { take: 1, order: { no: 'DESC' } }))[0]?.no ?? 0
    if ((await newest()) !== given.after) throw new ApiError(409, 'page_changed')
    try {
      const made = await pages.createSitePageVersions({
        page: given.page,
        no: given.after + 1,
        title_vi: given.titleVi,
        title_en: given.titleEn,
        lead_vi: given.leadVi,
        lead_en: given.leadEn,
        body_vi: given.bodyVi,
        body_en: given.bodyEn,
        published_from: new Date(given.publishedFrom),
        author_id: given.authorId,
        note: given.note,
        sample: given.sample,
      })
      return new StepResponse(made.no, made.id)
    } catch (error) {
      // Two people at once: the unique number lets one of them pass.
      if ((await newest()) !== given.after) throw new ApiError(409, 'page_changed')
      throw error
    }
  },
  async (id, { container }) => {
    if (!id) return
    const pages: SitePageModuleService = container.resolve(SITE_PAGE_MODULE)
    await pages.deleteSitePageVersions(id)
  },
)
