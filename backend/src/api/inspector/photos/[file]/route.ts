import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { Modules } from '@medusajs/framework/utils'
import { ApiError } from '../../../../http/api-error'
import { neverCache } from '../../../../http/cache-headers'
import { inspectorOf } from '../../../../http/inspector-scope'
import { readRecord } from '../../../../inspectors/read-records'
import { INSPECTION_MODULE } from '../../../../modules/inspection'
import type { InspectionModuleService } from '../../../../modules/inspection/service'

/** `GET /inspector/photos/:file`: a photo of one's own, or of a record of an own province. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const scope = inspectorOf(req.scope)
  const inspection: InspectionModuleService = req.scope.resolve(INSPECTION_MODULE)
  const [photo] = await inspection.listInspectionFiles({ file: String(req.params.file) }, { take: 1 })
  if (!photo) throw new ApiError(404, 'not_found')
  if (photo.record_id !== null) await readRecord(req.scope, scope, photo.record_id)
  else if (photo.inspector_id !== scope.inspectorId) throw new ApiError(404, 'not_found')
  const bytes = await req.scope.resolve(Modules.FILE).getAsBuffer(photo.file)
  neverCache(res)
  res.setHeader('content-type', photo.media_type)
  res.setHeader('content-disposition', photo.kind === 'document' ? 'attachment' : 'inline')
  res.send(bytes)
}
