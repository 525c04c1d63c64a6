import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import type { MarkUse } from './mark-use-view'
import { listMarkUses } from './read-mark-uses'

/** More recognitions than any holder has. */
const MOST = 500
const NOWHERE = { everywhere: false, provinceCodes: [], communeCodes: [] }

/** The register of mark use as far as it is about one holder's products. */
export async function ownMarkUses(container: MedusaContainer, producerId: string): Promise<MarkUse[]> {
  const question = { places: NOWHERE, producerId, take: MOST, skip: 0 }
  const { markUses } = await listMarkUses(container, question, vietnamDay(new Date()))
  return markUses
}
