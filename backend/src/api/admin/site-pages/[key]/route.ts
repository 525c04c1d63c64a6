import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { ApiError } from '../../../../http/api-error'
import { neverCache } from '../../../../http/cache-headers'
import type { SitePageBody } from '../../../../site-pages/bodies'
import { sitePageKeyIn } from '../../../../site-pages/page-key'
import { readSitePageVersions } from '../../../../site-pages/read-site-pages'
import { staffNames } from '../../../../staff/staff-names'
import { writeSitePageWorkflow } from '../../../../workflows/site-page/workflows/write-site-page'

/** A clock that runs a little ahead at the writer's is no wish for the past. */
const SLACK_MS = 5 * 60_000

/** `GET /admin/site-pages/:key`: every wording of a page, newest first, with who wrote it. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const versions = await readSitePageVersions(req.scope, sitePageKeyIn(req.params.key), new Date())
  const names = await staffNames(
    req.scope,
    versions.map(({ authorId }) => authorId),
  )
  neverCache(res)
  res.json({
    versions: versions.map((version) => ({
      ...version,
      author: version.authorId === null ? null : (names.get(version.authorId) ?? null),
    })),
  })
}

/** `POST /admin/site-pages/:key`: adds a wording, in force at once or from a moment to come. What stood before stays on record. */
export async function POST(req: AuthenticatedMedusaRequest<SitePageBody>, res: MedusaResponse): Promise<void> {
  const page = sitePageKeyIn(req.params.key)
  const { publishedFrom, note, ...words } = req.validatedBody
  const now = new Date()
  const from = publishedFrom ? new Date(publishedFrom) : now
  if (from.getTime() < now.getTime() - SLACK_MS) throw new ApiError(400, 'page_moment', { field: 'publishedFrom' })
  const { result: no } = await writeSitePageWorkflow(req.scope).run({
    input: {
      ...words,
      page,
      publishedFrom: (from < now ? now : from).toISOString(),
      note: note || null,
      authorId: req.auth_context.actor_id,
    },
  })
  neverCache(res)
  res.status(201).json({ no })
}
