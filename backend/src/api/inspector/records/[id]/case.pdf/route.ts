import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { caseFilePdf } from '@sao-lang/traceability/exports/case-file-pdf'
import { neverCache } from '../../../../../http/cache-headers'
import { inspectorOf } from '../../../../../http/inspector-scope'
import { caseFileOf } from '../../../../../inspectors/case-file'
import { readRecord } from '../../../../../inspectors/read-records'

/** `GET /inspector/records/:id/case.pdf`: record, photos, the pack's history, the decision and every hash, on paper. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const scope = inspectorOf(req.scope)
  const record = await readRecord(req.scope, scope, String(req.params.id))
  const pdf = await caseFilePdf(await caseFileOf(req.scope, record, scope, new Date()))
  neverCache(res)
  res.attachment(`ho-so-${record.id}.pdf`)
  res.setHeader('content-type', 'application/pdf')
  res.send(pdf)
}
