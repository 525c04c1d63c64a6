import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { csvText } from '@sao-lang/traceability/exports/csv'
import { neverCache } from '../../../http/cache-headers'
import { inTransaction } from '../../../money/in-transaction'
import type { MonthQuery } from '../../../settlement/bodies'
import { withheldIn } from '../../../settlement/read-ledger'

const HEAD = [
  'STT',
  'Người bán',
  'Mã người bán',
  'Doanh thu tính thuế',
  'Thuế GTGT khấu trừ',
  'Thuế TNCN khấu trừ',
  'Cộng',
]

/** `GET /admin/withheld-tax.csv?month`: the same for the operator's declaration and the sellers' certificates. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { month } = req.validatedQuery as MonthQuery
  const sellers = await inTransaction(req.scope, (sql) => withheldIn(sql, month))
  neverCache(res)
  res.attachment(`thue-khau-tru-${month}.csv`)
  res.setHeader('content-type', 'text/csv; charset=utf-8')
  res.send(
    csvText(
      HEAD,
      sellers.map(({ producerName, producerId, base, vat, pit }, index) => [
        index + 1,
        producerName,
        producerId,
        base,
        vat,
        pit,
        vat + pit,
      ]),
    ),
  )
}
