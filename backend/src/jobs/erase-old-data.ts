import type { MedusaContainer } from '@medusajs/framework/types'
import { eraseOldData } from '../customers/erase-old-data'

/** Erases personal data that has been kept as long as the privacy page says. */
export default async function eraseData(container: MedusaContainer): Promise<void> {
  await eraseOldData(container, new Date())
}

export const config = { name: 'erase-old-data', schedule: '40 * * * *' }
