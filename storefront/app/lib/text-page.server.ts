import type { AppLoadContext } from '@remix-run/node'
import { pages } from '#app/i18n/pages.ts'
import { env } from './env.server.ts'
import type { PageHead } from './page-meta.ts'
import { requestContext, serverT } from './request-context.server.ts'

type Page = 'about' | 'terms' | 'privacy' | 'returns' | 'contact'

/** The head of a page of plain words. In: the loader's arguments, the page and its path. */
export function textPageHead(
  args: { request: Request; context: AppLoadContext },
  page: Page,
  path: string,
): { head: PageHead } {
  const context = requestContext(args)
  const t = serverT(context, pages)
  return {
    head: {
      title: t(`${page}Title`),
      description: t(`${page}Lead`),
      locale: context.locale,
      url: `${env().STOREFRONT_URL}${path}`,
      index: true,
    },
  }
}
