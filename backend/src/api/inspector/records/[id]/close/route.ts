import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { inspectorOf } from '../../../../../http/inspector-scope'
import type { CloseBody } from '../../../../../inspectors/bodies'
import { readRecord } from '../../../../../inspectors/read-records'
import { closeInspectionRecordWorkflow } from '../../../../../workflows/inspection/workflows/close-record'

/** `POST /inspector/records/:id/close`: ends the follow-up, with a note of how. */
export async function POST(req: MedusaRequest<CloseBody>, res: MedusaResponse): Promise<void> {
  const scope = inspectorOf(req.scope)
  const { id } = await readRecord(req.scope, scope, String(req.params.id))
  await closeInspectionRecordWorkflow(req.scope).run({
    input: { recordId: id, inspectorId: scope.inspectorId, note: req.validatedBody.note },
  })
  neverCache(res)
  res.json({ record: await readRecord(req.scope, scope, id) })
}
