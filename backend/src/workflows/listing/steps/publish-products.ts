import { Modules, ProductStatus } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'

/** Makes complete drafts visible, last of all: a crash before leaves nothing half-made on show. */
export const publishProductsStep = createStep(
  'publish-products',
  async (ids: string[], { container }) => {
    await container.resolve(Modules.PRODUCT).updateProducts({ id: ids }, { status: ProductStatus.PUBLISHED })
    return new StepResponse(ids, ids)
  },
  async (ids, { container }) => {
    if (!ids?.length) return
    await container.resolve(Modules.PRODUCT).updateProducts({ id: ids }, { status: ProductStatus.DRAFT })
  },
)
