import { expect, test } from 'vitest'
import { sitemapXml } from './sitemap-xml.ts'

test('addresses are escaped and dated, and name their English twin', () => {
  const xml = sitemapXml([{ url: 'https://x.example/a?b=1&c=<', changedAt: '2026-11-20T03:00:00.000Z' }])
  expect(xml).toContain('<loc>https://x.example/a?b=1&#38;c=&#60;</loc>')
  expect(xml).toContain('<lastmod>2026-11-20T03:00:00.000Z</lastmod>')
  expect(xml).toContain('hreflang="en"')
})

test('a sitemap holds at most 50,000 pages (sitemaps.org)', () => {
  const pages = Array.from({ length: 50_010 }, (_, index) => ({ url: `https://x.example/${index}`, changedAt: null }))
  expect(sitemapXml(pages).match(/<url>/g)).toHaveLength(50_000)
})
