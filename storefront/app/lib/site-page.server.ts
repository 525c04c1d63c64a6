import type { AppLoadContext } from '@remix-run/node'
import { sitePages } from '#app/i18n/site-pages.ts'
import { env } from './env.server.ts'
import { ShopError } from './medusa/client.server.ts'
import { pageHtml, readSitePage, type SitePage, type SitePageKey } from './medusa/site-pages.server.ts'
import type { PageHead } from './page-meta.ts'
import { requestContext, serverT } from './request-context.server.ts'
import { pageData } from './shop-page.server.ts'

/** A page about the site, ready to show. */
export interface ShownPage extends Omit<SitePage, 'body'> {
  html: string
}

/** What a route of such a page needs. In: the loader's arguments, the page and its path. Throws the page's 503. */
export async function loadSitePage(
  args: { request: Request; context: AppLoadContext },
  key: SitePageKey,
  path: string,
): Promise<{ head: PageHead; page: ShownPage | null; name: string }> {
  const context = requestContext(args)
  const name = serverT(context, sitePages)(`title_${key}`)
  const found = await pageData(
    readSitePage(context, key).catch((error: unknown) => {
      if (error instanceof ShopError && error.kind === 'not_found') return null
      throw error
    }),
  )
  const head = {
    title: found?.title ?? name,
    description: found?.lead ?? name,
    locale: context.locale,
    url: `${env().STOREFRONT_URL}${path}`,
    index: found !== null,
  }
  if (found === null) return { head, page: null, name }
  const { body, ...page } = found
  return { head, page: { ...page, html: pageHtml(body) }, name }
}
