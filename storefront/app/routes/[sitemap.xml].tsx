import type { LoaderFunctionArgs } from '@remix-run/node'
import { env } from '#app/lib/env.server.ts'
import { readSitemap } from '#app/lib/medusa/catalogue.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import { type SitemapPage, sitemapXml } from '#app/lib/sitemap-xml.ts'

const PLACES = [
  '/',
  '/san-pham',
  '/nha-san-xuat',
  '/vung',
  '/hoi-cho',
  '/so-lieu',
  '/so-lieu/chuong-trinh',
  '/dang-ba',
  '/quy-dinh',
  '/kiem-tra-tem',
  '/doi-chung',
]

/** Every public page: fixed places, then products, producers, provinces and decisions with the moment they changed. */
export async function loader(args: LoaderFunctionArgs) {
  const { products, producers, provinces, decisions } = await pageData(readSitemap(requestContext(args)))
  const under = (folder: string, entries: typeof products): SitemapPage[] =>
    entries.map((entry) => ({ url: `${env().STOREFRONT_URL}${folder}/${entry.handle}`, changedAt: entry.updatedAt }))
  const xml = sitemapXml([
    ...PLACES.map((path) => ({ url: `${env().STOREFRONT_URL}${path}`, changedAt: null })),
    ...under('/san-pham', products),
    ...under('/nha-san-xuat', producers),
    ...under('/vung', provinces),
    ...under('/quyet-dinh', decisions),
  ])
  return new Response(xml, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=600' },
  })
}
