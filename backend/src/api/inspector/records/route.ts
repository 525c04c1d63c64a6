import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { inspectorOf, requireProvince } from '../../../http/inspector-scope'
import type { RecordBody, RecordsQuery } from '../../../inspectors/bodies'
import { listRecords, readRecord } from '../../../inspectors/read-records'
import { keepInspectionRecordWorkflow } from '../../../workflows/inspection/workflows/keep-record'

/** `GET /inspector/records?state&offset`: records of the own provinces, newest first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const records = await listRecords(req.scope, inspectorOf(req.scope), req.validatedQuery as unknown as RecordsQuery)
  neverCache(res)
  res.json(records)
}

/** `POST /inspector/records`: a record from a phone; 201 when it is new, 200 when it came before. */
export async function POST(req: MedusaRequest<RecordBody>, res: MedusaResponse): Promise<void> {
  const scope = inspectorOf(req.scope)
  requireProvince(scope, req.validatedBody.provinceCode, 'provinceCode')
  const { result } = await keepInspectionRecordWorkflow(req.scope).run({
    input: { scope, record: req.validatedBody, receivedAt: new Date().toISOString() },
  })
  neverCache(res)
  res.status(result.fresh ? 201 : 200).json({ record: await readRecord(req.scope, scope, result.id) })
}
