import { micromark } from 'micromark'
import type { RequestContext } from '#app/lib/request-context.server.ts'
import { publicAnswer } from './answer-cache.server.ts'

export type SitePageKey =
  | 'operator'
  | 'terms'
  | 'privacy'
  | 'complaints'
  | 'returns'
  | 'delivery'
  | 'payment'
  | 'ranking'
  | 'about'
  | 'contact'

export interface RetentionLine {
  what: string
  long: string
  why: string
}

export interface RankingFacts {
  orders: { name: string; words: string }[]
  weights: { words: string; weight: number }[]
  never: string[]
}

export interface SitePage {
  key: SitePageKey
  no: number
  title: string
  lead: string
  /** Markdown. */
  body: string
  /** UTC, ISO 8601. */
  publishedFrom: string
  sample: boolean
  facts: { ranking?: RankingFacts; retention?: RetentionLine[]; answerDays?: number }
}

/** A page about the site as it stands, in the visitor's language. Throws ShopError, `not_found` before it was published. */
export async function readSitePage(context: RequestContext, key: SitePageKey): Promise<SitePage> {
  const { page } = await publicAnswer<{ page: SitePage }>(context, `/store/site-pages/${key}`, {
    locale: context.locale,
  })
  return page
}

/**
 * Markdown of the operator as HTML. micromark writes HTML in the text as text and drops addresses other than http, https, mailto and
 * relative ones, so what an operator pastes runs nothing.
 */
export function pageHtml(markdown: string): string {
  return micromark(markdown)
}
