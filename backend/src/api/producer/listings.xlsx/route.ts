import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { plainXlsx } from '@sao-lang/traceability/exports/plain-xlsx'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'
import { exportRows, FILE_HEAD, FILE_WIDTHS } from '../../../listing-files/export-rows'

/** `GET /producer/listings.xlsx`: all that the producer sells, as a sheet to fill in and send back. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const rows = await exportRows(req.scope, tenantOf(req.scope).producerId)
  neverCache(res)
  res.attachment('san-pham.xlsx')
  res.setHeader('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  res.send(await plainXlsx('Sản phẩm', FILE_HEAD, rows, FILE_WIDTHS))
}
