import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { SITE_PAGE_KEYS } from '../../../modules/site-page/keys'
import { readSitePageVersions } from '../../../site-pages/read-site-pages'

/** `GET /admin/site-pages`: every page about the site with the wording in force, and the one to come if there is one. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const now = new Date()
  const pages = await Promise.all(
    SITE_PAGE_KEYS.map(async (key) => {
      const versions = await readSitePageVersions(req.scope, key, now)
      const inForce = versions.find(({ state }) => state === 'in_force') ?? null
      return {
        key,
        title: inForce?.titleVi ?? null,
        no: inForce?.no ?? null,
        publishedFrom: inForce?.publishedFrom ?? null,
        sample: inForce?.sample ?? false,
        comingFrom: versions.findLast(({ state }) => state === 'coming')?.publishedFrom ?? null,
        versions: versions.length,
      }
    }),
  )
  neverCache(res)
  res.json({ pages })
}
