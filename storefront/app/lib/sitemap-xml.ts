export interface SitemapPage {
  /** Absolute address. */
  url: string
  /** UTC, ISO 8601; null when nothing is known. */
  changedAt: string | null
}

/** A sitemap (sitemaps.org 0.9) of at most 50,000 pages, each with its English twin as an alternate. */
export function sitemapXml(pages: SitemapPage[]): string {
  const entries = pages.slice(0, 50_000).map(({ url, changedAt }) => {
    const loc = escapeXml(url)
    const english = `${loc}?lang=en`
    return [
      '<url>',
      `<loc>${loc}</loc>`,
      changedAt ? `<lastmod>${escapeXml(changedAt)}</lastmod>` : '',
      `<xhtml:link rel="alternate" hreflang="vi" href="${loc}"/>`,
      `<xhtml:link rel="alternate" hreflang="en" href="${english}"/>`,
      '</url>',
    ].join('')
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
