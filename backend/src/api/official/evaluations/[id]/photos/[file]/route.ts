import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { Modules } from '@medusajs/framework/utils'
import { evaluationsOf, readableEvaluation } from '../../../../../../evaluations/access'
import { ApiError } from '../../../../../../http/api-error'
import { neverCache } from '../../../../../../http/cache-headers'
import { photosOf } from '../../../../../../modules/evaluation/service'

/** `GET /official/evaluations/:id/photos/:file`: a photo of a site visit. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const row = await readableEvaluation(req, String(req.params.id))
  const [advice] = await evaluationsOf(req.scope).listEvaluationAdvices({ evaluation_id: row.id }, { take: 1 })
  const photo = photosOf(advice).find(({ file }) => file === String(req.params.file))
  if (!photo) throw new ApiError(404, 'not_found')
  const bytes = await req.scope.resolve(Modules.FILE).getAsBuffer(String(photo.file))
  neverCache(res)
  res.setHeader('content-type', String(photo.mediaType))
  res.setHeader('content-disposition', 'inline')
  res.send(bytes)
}
