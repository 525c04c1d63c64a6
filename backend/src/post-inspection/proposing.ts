import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import { covers, officialOf, postsWith } from '../officials/official-scope'
import { type Inspecting, inspecting } from './inspecting'
import type { InspectedPlace } from './inspection-places'

/**
 * The official who asks, as one who may propose a revocation there: an inspector of the body that leads, and nobody who may sign the
 * decision on it (four eyes). Throws as `inspecting`, ApiError 409 `four_eyes`.
 */
export async function proposing(req: { scope: MedusaContainer }, row: InspectedPlace): Promise<Inspecting> {
  await inspecting(req, 'post_inspection:record', row)
  const place = { provinceCode: row.province_code, communeCode: row.commune_code }
  const signing = postsWith(officialOf(req), 'decision:sign').some((post) => covers(post, place))
  if (signing) throw new ApiError(409, 'four_eyes')
  return inspecting(req, 'post_inspection:plan', row)
}
