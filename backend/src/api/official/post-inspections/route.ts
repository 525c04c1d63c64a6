import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { officialOf } from '../../../officials/official-scope'
import type { InspectionsQuery, OpeningBody } from '../../../post-inspection/bodies'
import { inspecting } from '../../../post-inspection/inspecting'
import { readablePlaces } from '../../../post-inspection/inspection-places'
import { listInspections, requireRecords } from '../../../post-inspection/read-inspections'
import { inspectedGoods } from '../../../post-inspection/recognised-goods'
import { sendInspection } from '../../../post-inspection/send-inspection'
import { openInspectionWorkflow } from '../../../workflows/post-inspection/workflows/open-inspection'

/** `GET /official/post-inspections?year&state&recognition&offset`: those of the own places, with what waits there. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const query = req.validatedQuery as unknown as InspectionsQuery
  const list = await listInspections(req.scope, readablePlaces(req), query, officialOf(req).day)
  neverCache(res)
  res.json(list)
}

/** `POST /official/post-inspections`: opens an inspection for a reason, this month. */
export async function POST(req: MedusaRequest<OpeningBody>, res: MedusaResponse): Promise<void> {
  const { recognitionId, trigger, triggerNote, recordIds } = req.validatedBody
  const goods = await inspectedGoods(req.scope, recognitionId)
  const { official, by } = await inspecting(req, 'post_inspection:record', goods)
  await requireRecords(req.scope, recordIds, goods.product_id)
  const { result } = await openInspectionWorkflow(req.scope).run({
    input: {
      row: {
        ...goods,
        trigger,
        trigger_note: triggerNote,
        planned_for: official.day.slice(0, 7),
        opened_by: official.officialId,
        sample: official.sample,
      },
      recordIds: [...new Set(recordIds)],
      by,
    },
  })
  res.status(201)
  await sendInspection(req, res, result)
}
