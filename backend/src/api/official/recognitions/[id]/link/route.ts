import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { LinkBody } from '../../../../../decisions/bodies'
import { ApiError } from '../../../../../http/api-error'
import { neverCache } from '../../../../../http/cache-headers'
import { RECOGNITION_MODULE } from '../../../../../modules/recognition'
import type { RecognitionModuleService } from '../../../../../modules/recognition/service'
import { officialOf, requireVerb } from '../../../../../officials/official-scope'
import { officialActor } from '../../../../../officials/record-audit'
import { linkRecognitionWorkflow } from '../../../../../workflows/decision/workflows/link-recognition'

/** `POST /official/recognitions/:id/link`: which product of ours an imported recognition is about. */
export async function POST(req: MedusaRequest<LinkBody>, res: MedusaResponse): Promise<void> {
  const service: RecognitionModuleService = req.scope.resolve(RECOGNITION_MODULE)
  const post = requireVerb(req, 'decision:import')
  const [recognition] = await service.listRecognitions({ id: String(req.params.id) }, { take: 1 })
  if (!recognition) throw new ApiError(404, 'not_found')
  requireVerb(req, 'decision:import', { provinceCode: recognition.province_code, communeCode: null })
  const { productId } = req.validatedBody
  await linkRecognitionWorkflow(req.scope).run({
    input: { recognitionId: recognition.id, productId, by: officialActor(officialOf(req), post) },
  })
  neverCache(res)
  res.json({ recognition: { id: recognition.id, productId } })
}
