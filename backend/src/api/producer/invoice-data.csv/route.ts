import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { csvText } from '@sao-lang/traceability/exports/csv'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'
import type { InvoicePeriodQuery } from '../../../parcels/bodies'
import { INVOICE_HEAD, invoiceRows } from '../../../parcels/invoice-data'

/** `GET /producer/invoice-data.csv?from&to`: what was delivered in a period, for the producer's e-invoice program. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { producerId } = tenantOf(req.scope)
  const { from, to } = req.validatedQuery as InvoicePeriodQuery
  const rows = await invoiceRows(req.scope, producerId, { from, to })
  neverCache(res)
  res.attachment(`hoa-don-${from}-${to}.csv`)
  res.setHeader('content-type', 'text/csv; charset=utf-8')
  res.send(csvText(INVOICE_HEAD, rows))
}
