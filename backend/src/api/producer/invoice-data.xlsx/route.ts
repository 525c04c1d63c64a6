import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { plainXlsx } from '@sao-lang/traceability/exports/plain-xlsx'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'
import type { InvoicePeriodQuery } from '../../../parcels/bodies'
import { INVOICE_HEAD, invoiceRows } from '../../../parcels/invoice-data'

/** `GET /producer/invoice-data.xlsx?from&to`: what was delivered in a period, for the producer's e-invoice program. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { producerId } = tenantOf(req.scope)
  const { from, to } = req.validatedQuery as InvoicePeriodQuery
  const rows = await invoiceRows(req.scope, producerId, { from, to })
  neverCache(res)
  res.attachment(`hoa-don-${from}-${to}.xlsx`)
  res.setHeader('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  const cells = rows.map((row) => row.map(String))
  res.send(
    await plainXlsx('Dữ liệu hóa đơn', INVOICE_HEAD, cells, [20, 12, 24, 14, 26, 40, 18, 40, 10, 10, 16, 14, 16, 14]),
  )
}
