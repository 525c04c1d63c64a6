import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { ownSheet } from '../../../../../evaluations/access'
import type { ConflictBody } from '../../../../../evaluations/bodies'
import { requireGround } from '../../../../../evaluations/known-ground'
import { readSheet } from '../../../../../evaluations/read-sheet'
import { neverCache } from '../../../../../http/cache-headers'
import { scoreItemWorkflow } from '../../../../../workflows/evaluation/workflows/score-item'

/** `POST /official/sheets/:id/conflict`: the member declares an interest in the product and does not score it. */
export async function POST(req: MedusaRequest<ConflictBody>, res: MedusaResponse): Promise<void> {
  const { sheet, sitting, evaluation, by } = await ownSheet(req, String(req.params.id))
  const { ground, reason } = req.validatedBody
  await requireGround(req.scope, sitting.day, ground)
  await scoreItemWorkflow(req.scope).run({
    input: {
      ...{ itemId: sheet.item_id, sittingId: sitting.id, product: evaluation.product_name, by },
      command: { act: 'exclude', memberId: sheet.member_id, ground, reason },
      members: [],
      place: { provinceCode: sitting.province_code, communeCode: null },
    },
  })
  neverCache(res)
  res.json({ sheet: await readSheet(req, sheet.id) })
}
