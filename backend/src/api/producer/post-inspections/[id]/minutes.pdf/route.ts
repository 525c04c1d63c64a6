import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { tenantOf } from '../../../../../http/tenant'
import { holderInspectionRow } from '../../../../../post-inspection/holder-inspections'
import { sendMinutes } from '../../../../../post-inspection/send-minutes'

/** `GET /producer/post-inspections/:id/minutes.pdf`: the holder's copy of the minutes. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { producerId } = tenantOf(req.scope)
  const row = await holderInspectionRow(req.scope, producerId, String(req.params.id))
  await sendMinutes(req, res, row, { name: row.producer_name, holder: true })
}
