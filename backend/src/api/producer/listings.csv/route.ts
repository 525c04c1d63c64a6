import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { csvText } from '@sao-lang/traceability/exports/csv'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'
import { exportRows, FILE_HEAD } from '../../../listing-files/export-rows'

/** `GET /producer/listings.csv`: as `listings.xlsx`, for programs. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const rows = await exportRows(req.scope, tenantOf(req.scope).producerId)
  neverCache(res)
  res.attachment('san-pham.csv')
  res.setHeader('content-type', 'text/csv; charset=utf-8')
  res.send(csvText(FILE_HEAD, rows))
}
