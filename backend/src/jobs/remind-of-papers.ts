import type { MedusaContainer } from '@medusajs/framework/types'
import { remindOfPapers } from '../papers/remind-of-papers'

/** Tells producers of papers that expire soon: after midnight at +07, and again for what was missed. */
export default async function remindProducersOfPapers(container: MedusaContainer): Promise<void> {
  await remindOfPapers(container, new Date())
}

export const config = { name: 'remind-of-papers', schedule: '10 5,11,17,23 * * *' }
