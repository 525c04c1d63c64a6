import { env } from '#app/lib/env.server.ts'

/** What robots may read: everything public; carts, orders and single codes are of no use to a search engine. */
export function loader() {
  const lines = [
    'User-agent: *',
    'Disallow: /gio-hang',
    'Disallow: /thanh-toan',
    'Disallow: /don-hang',
    'Disallow: /q/',
    'Disallow: /01/',
    'Disallow: /bao-van-de',
    'Disallow: /trace/',
    'Allow: /',
    '',
    `Sitemap: ${env().STOREFRONT_URL}/sitemap.xml`,
    '',
  ]
  return new Response(lines.join('\n'), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
