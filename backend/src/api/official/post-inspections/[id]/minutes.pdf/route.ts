import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { officialOf } from '../../../../../officials/official-scope'
import { readablePlaces } from '../../../../../post-inspection/inspection-places'
import { readInspectionRow } from '../../../../../post-inspection/read-inspections'
import { sendMinutes } from '../../../../../post-inspection/send-minutes'

/** `GET /official/post-inspections/:id/minutes.pdf`: the minutes on paper, with photos and linked records. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { name } = officialOf(req)
  const row = await readInspectionRow(req.scope, readablePlaces(req), String(req.params.id))
  await sendMinutes(req, res, row, { name, holder: false })
}
