import { MedusaError } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { PRODUCER_MODULE } from '../../../modules/producer'
import type { ProducerModuleService } from '../../../modules/producer/service'

/** Finds producers by handle. Out: id by handle. Throws NOT_FOUND naming the first unknown one. */
export const findProducersStep = createStep('find-producers', async (handles: string[], { container }) => {
  const producers: ProducerModuleService = container.resolve(PRODUCER_MODULE)
  const wanted = [...new Set(handles)]
  const found = await producers.listProducers({ handle: wanted }, { take: wanted.length, select: ['id', 'handle'] })
  const idOf: Record<string, string> = Object.fromEntries(found.map((producer) => [producer.handle, producer.id]))
  const missing = wanted.find((handle) => !(handle in idOf))
  if (missing !== undefined) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Producer "${missing}" does not exist.`)
  }
  return new StepResponse(idOf)
})
