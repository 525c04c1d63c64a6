import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { productFacts } from '../../../decisions/draft-facts'
import { ApiError } from '../../../http/api-error'
import { RECOGNITION_MODULE } from '../../../modules/recognition'
import type { RecognitionModuleService } from '../../../modules/recognition/service'

export interface RecognitionLink {
  recognitionId: string
  productId: string
}

/**
 * Says which product of ours an imported recognition is about; the undo takes that away again. Out: the place, for the journal.
 * Throws NOT_FOUND, ApiError 422 `recognition_unknown` for a product of another province, 409 `recognition_linked`.
 */
export const linkRecognitionStep = createStep(
  'link-recognition',
  async ({ recognitionId, productId }: RecognitionLink, { container }) => {
    const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
    const { province_code: provinceCode } = await service.retrieveRecognition(recognitionId)
    const product = (await productFacts(container, [productId])).get(productId)
    if (!product || product.province_code !== provinceCode) {
      throw new ApiError(422, 'recognition_unknown', { field: 'productId' })
    }
    await service.linkProduct(recognitionId, { product_id: productId, producer_id: product.producer_id })
    return new StepResponse({ provinceCode }, recognitionId)
  },
  async (recognitionId, { container }) => {
    if (!recognitionId) return
    const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
    await service.unlinkProduct(recognitionId)
  },
)
