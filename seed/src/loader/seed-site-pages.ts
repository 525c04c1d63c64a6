import { readFileSync } from 'node:fs'
import type { MedusaContainer } from '@medusajs/framework/types'
import { SITE_PAGE_KEYS, type SitePageKey } from '@sao-lang/backend/modules/site-page/keys'
import { writeSitePageWorkflow } from '@sao-lang/backend/workflows/site-page/workflows/write-site-page'
import { shopRows } from './shop.ts'

const TEXTS = new URL('../../data/site-pages/', import.meta.url)

/**
 * Publishes the first wording of each page about the site, where there is none: what an operator wrote since is never touched. The
 * facts of the operator are illustrative, and the pages say so. Out: pages published.
 */
export async function seedSitePages(container: MedusaContainer): Promise<number> {
  const there = await shopRows<{ page: SitePageKey }>(container, { entity: 'site_page_version', fields: ['page'] })
  const known = new Set(there.map(({ page }) => page))
  const missing = SITE_PAGE_KEYS.filter((page) => !known.has(page))
  for (const page of missing) {
    const [vi, en] = [readText(`${page}.vi.md`), readText(`${page}.en.md`)]
    await writeSitePageWorkflow(container).run({
      input: {
        ...{ page, after: 0, authorId: null, note: null, sample: true, publishedFrom: new Date().toISOString() },
        ...{ titleVi: vi.title, leadVi: vi.lead, bodyVi: vi.body },
        ...{ titleEn: en.title, leadEn: en.lead, bodyEn: en.body },
      },
    })
  }
  return missing.length
}

/** A text file: `# title`, the lead as a paragraph, then the body. */
function readText(file: string): { title: string; lead: string; body: string } {
  const [, title, lead, body] = /^# (.+)\n\n(.+)\n\n([\s\S]+)$/.exec(readFileSync(new URL(file, TEXTS), 'utf8')) ?? []
  if (!title || !lead || !body) throw new Error(`seed: ${file} has no title, lead and body`)
  return { title, lead, body: body.trim() }
}
