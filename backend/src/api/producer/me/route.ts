import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { isApiError } from '../../../http/api-error'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'
import { readSourceAreas } from '../../../journal/source-areas'
import { producerReader } from '../../../notices/audience-key'
import { unreadNotices } from '../../../notices/read-notices'
import { producerDesk } from '../../../producers/producer-desk'

/** `GET /producer/me`: who is signed in, the producer, its products and source areas, and the words of the journal. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const [desk, unread, sourceAreas] = await Promise.all([
    producerDesk(req.scope, tenant, new Date()),
    unreadNotices(req.scope, producerReader(tenant)),
    // The page of a producer stands without the traceability service; entries wait on the phone meanwhile.
    readSourceAreas(tenant).catch((error: unknown) => {
      if (isApiError(error) && error.status === 503) return null
      throw error
    }),
  ])
  neverCache(res)
  res.json({ ...desk, unreadNotices: unread, sourceAreas: sourceAreas ?? [], traceAvailable: sourceAreas !== null })
}
