import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { caseFilePdf } from '@sao-lang/traceability/exports/case-file-pdf'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { neverCache } from '../http/cache-headers'
import type { PostInspectionDTO } from '../modules/post-inspection/service'
import { type MinutesReader, minutesOf } from './minutes'
import { inspectionDetail } from './read-inspections'

/** Answers with the minutes of an inspection as a PDF. */
export async function sendMinutes(
  req: MedusaRequest,
  res: MedusaResponse,
  row: PostInspectionDTO,
  reader: MinutesReader,
): Promise<void> {
  const now = new Date()
  const detail = await inspectionDetail(req.scope, row, vietnamDay(now))
  const pdf = await caseFilePdf(await minutesOf(req.scope, detail, reader, now))
  neverCache(res)
  res.attachment(`bien-ban-hau-kiem-${row.id}.pdf`)
  res.setHeader('content-type', 'application/pdf')
  res.send(pdf)
}
