import { env } from '#app/lib/env.server.ts'
import type { PageHead } from '#app/lib/page-meta.ts'
import type { RequestContext } from '#app/lib/request-context.server.ts'

/** The head of a page of work (producers, officials): never for search engines. */
export function deskHead(context: RequestContext, path: string, title: string, description: string): PageHead {
  return { title, description, locale: context.locale, url: `${env().STOREFRONT_URL}${path}`, index: false }
}
