import type { MedusaContainer } from '@medusajs/framework/types'
import { personalKeys } from '../personal-data/personal-keys'
import { resealOldFields } from '../personal-data/reseal-old-fields'

/** After a key was rotated: seals anew what the older one sealed. */
export default async function resealPersonalData(container: MedusaContainer): Promise<void> {
  await resealOldFields(container, personalKeys())
}

export const config = { name: 'reseal-personal-data', schedule: '40 * * * *' }
