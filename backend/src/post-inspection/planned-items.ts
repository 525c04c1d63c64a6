import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import type { PlanItemRow } from '../modules/post-inspection/service'
import type { PlanBody } from './bodies'
import { inspecting } from './inspecting'
import { goodsOf } from './recognised-goods'

/**
 * What a plan keeps of its products, each one of which the official may plan to look at. Throws ApiError 422
 * `recognition_unknown` for one that is not there or lies elsewhere, 403 `five_star_ministry`.
 */
export async function plannedItems(req: { scope: MedusaContainer }, items: PlanBody['items']): Promise<PlanItemRow[]> {
  const goods = await goodsOf(
    req.scope,
    items.map(({ recognitionId }) => recognitionId),
  )
  const known = new Map(goods.map((each) => [each.recognition_id, each]))
  const rows: PlanItemRow[] = []
  for (const { recognitionId, month } of items) {
    const found = known.get(recognitionId)
    if (!found) throw new ApiError(422, 'recognition_unknown', { field: 'items' })
    await inspecting(req, 'post_inspection:plan', found).catch((error: unknown) => {
      // What lies elsewhere does not exist for them, also inside a list.
      const outside = error instanceof ApiError && error.status === 404
      throw outside ? new ApiError(422, 'recognition_unknown', { field: 'items' }) : error
    })
    const { product_name, producer_name, stars } = found
    rows.push({ recognition_id: recognitionId, product_name, producer_name, stars, month })
  }
  return rows
}
