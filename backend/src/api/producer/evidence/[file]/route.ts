import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { Modules } from '@medusajs/framework/utils'
import { ApiError } from '../../../../http/api-error'
import { neverCache } from '../../../../http/cache-headers'
import { tenantOf } from '../../../../http/tenant'
import { PRODUCER_MODULE } from '../../../../modules/producer'
import type { ProducerModuleService } from '../../../../modules/producer/service'

/** `GET /producer/evidence/:file`: a file of the producer's own; papers are downloaded, never shown inside a page. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { producerId } = tenantOf(req.scope)
  const producers: ProducerModuleService = req.scope.resolve(PRODUCER_MODULE)
  const [kept] = await producers.listEvidenceFiles(
    { file: String(req.params.file), producer_id: producerId },
    { take: 1 },
  )
  if (!kept) throw new ApiError(404, 'not_found')
  const bytes = await req.scope.resolve(Modules.FILE).getAsBuffer(kept.file)
  neverCache(res)
  res.setHeader('content-type', kept.media_type)
  res.setHeader('content-disposition', kept.kind === 'document' ? 'attachment' : 'inline')
  res.send(bytes)
}
