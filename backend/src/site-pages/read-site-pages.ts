import type { MedusaContainer } from '@medusajs/framework/types'
import { ANSWER_DAYS } from '../complaints/answer-day'
import { publishedRetention, type RetentionLine } from '../customers/retention'
import { ApiError } from '../http/api-error'
import { SITE_PAGE_MODULE } from '../modules/site-page'
import type { SitePageKey } from '../modules/site-page/keys'
import type { SitePageModuleService } from '../modules/site-page/service'
import { type PublishedRanking, publishedRanking } from '../search/ranking-criteria'

type Locale = 'vi' | 'en'

/** Lists that a page shows below its words, made from what the code does. */
export interface SitePageFacts {
  ranking?: PublishedRanking
  retention?: RetentionLine[]
  /** Days until a complaint is answered. */
  answerDays?: number
}

export interface SitePageView {
  key: SitePageKey
  /** Number of the wording, from 1. */
  no: number
  title: string
  lead: string
  /** Markdown. */
  body: string
  /** UTC, ISO 8601. */
  publishedFrom: string
  sample: boolean
  facts: SitePageFacts
}

/** A page as people read it at a moment. Throws ApiError 404 when nothing of it is published by then. */
export async function readSitePage(
  container: MedusaContainer,
  key: SitePageKey,
  locale: Locale,
  at: Date,
): Promise<SitePageView> {
  const pages: SitePageModuleService = container.resolve(SITE_PAGE_MODULE)
  const [row] = await pages.listSitePageVersions(
    { page: key, published_from: { $lte: at } },
    { take: 1, order: { published_from: 'DESC', no: 'DESC' } },
  )
  if (!row) throw new ApiError(404, 'not_found')
  const english = locale === 'en'
  return {
    key,
    no: row.no,
    title: english ? row.title_en : row.title_vi,
    lead: english ? row.lead_en : row.lead_vi,
    body: english ? row.body_en : row.body_vi,
    publishedFrom: new Date(row.published_from).toISOString(),
    sample: row.sample,
    facts: factsOf(key, locale),
  }
}

function factsOf(key: SitePageKey, locale: Locale): SitePageFacts {
  switch (key) {
    case 'ranking':
      return { ranking: publishedRanking(locale) }
    case 'privacy':
      return { retention: publishedRetention(locale) }
    case 'complaints':
      return { answerDays: ANSWER_DAYS }
    default:
      return {}
  }
}

/** One wording, as the operator sees it. */
export interface SitePageVersionView {
  id: string
  page: SitePageKey
  no: number
  titleVi: string
  titleEn: string
  leadVi: string
  leadEn: string
  bodyVi: string
  bodyEn: string
  /** UTC, ISO 8601. */
  publishedFrom: string
  createdAt: string
  authorId: string | null
  note: string | null
  sample: boolean
  state: 'in_force' | 'coming' | 'past'
}

/** Every wording of a page, newest first. */
export async function readSitePageVersions(
  container: MedusaContainer,
  key: SitePageKey,
  now: Date,
): Promise<SitePageVersionView[]> {
  const pages: SitePageModuleService = container.resolve(SITE_PAGE_MODULE)
  const [rows, inForce] = await Promise.all([
    pages.listSitePageVersions({ page: key }, { take: null, order: { no: 'DESC' } }),
    pages.inForce(now),
  ])
  return rows.map((row) => {
    const from = new Date(row.published_from)
    return {
      id: row.id,
      page: row.page,
      no: row.no,
      titleVi: row.title_vi,
      titleEn: row.title_en,
      leadVi: row.lead_vi,
      leadEn: row.lead_en,
      bodyVi: row.body_vi,
      bodyEn: row.body_en,
      publishedFrom: from.toISOString(),
      createdAt: new Date(row.created_at).toISOString(),
      authorId: row.author_id,
      note: row.note,
      sample: row.sample,
      state: inForce.includes(row.id) ? 'in_force' : from > now ? 'coming' : 'past',
    }
  })
}
