import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { recountRatings } from '../reviews/product-rating'

/** Counts what buyers gave anew once a day; a count that had gone wrong is mended and named in the log. */
export default async function recount(container: MedusaContainer): Promise<void> {
  const mended = await recountRatings(container)
  if (mended.length > 0) {
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`Ratings were wrong and are mended: ${mended.join(', ')}`)
  }
}

export const config = { name: 'recount-ratings', schedule: { interval: 86_400_000 } }
