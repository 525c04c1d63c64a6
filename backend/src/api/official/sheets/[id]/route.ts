import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { ownSheet } from '../../../../evaluations/access'
import type { SheetBody } from '../../../../evaluations/bodies'
import { readSheet } from '../../../../evaluations/read-sheet'
import { neverCache } from '../../../../http/cache-headers'
import { saveSheetWorkflow } from '../../../../workflows/evaluation/workflows/save-sheet'
import { scoreItemWorkflow } from '../../../../workflows/evaluation/workflows/score-item'

/** `GET /official/sheets/:id`: the own sheet with the criteria, the producer's self-assessment and its papers. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const sheet = await readSheet(req, String(req.params.id))
  neverCache(res)
  res.json({ sheet })
}

/** `POST /official/sheets/:id`: keeps the own sheet, or hands it in for good with `submit`. */
export async function POST(req: MedusaRequest<SheetBody>, res: MedusaResponse): Promise<void> {
  const { sheet, sitting, evaluation, by } = await ownSheet(req, String(req.params.id))
  const { picks, opinion, stance, submit } = req.validatedBody
  const written = { memberId: sheet.member_id, sheetId: sheet.id, picks, opinion, stance }
  if (submit) {
    await scoreItemWorkflow(req.scope).run({
      input: {
        ...{ itemId: sheet.item_id, sittingId: sitting.id, product: evaluation.product_name, by },
        command: { act: 'submit', ...written, at: new Date().toISOString() },
        members: [],
        place: { provinceCode: sitting.province_code, communeCode: null },
      },
    })
  } else {
    await saveSheetWorkflow(req.scope).run({ input: { itemId: sheet.item_id, command: { act: 'save', ...written } } })
  }
  neverCache(res)
  res.json({ sheet: await readSheet(req, sheet.id) })
}
