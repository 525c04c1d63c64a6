import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { csvLine, csvStart } from '@sao-lang/traceability/exports/csv'
import { neverCache } from '../../../../http/cache-headers'
import { inTransaction } from '../../../../money/in-transaction'
import type { EntriesFileQuery } from '../../../../settlement/bodies'
import { ledgerEntries } from '../../../../settlement/read-ledger'

const HEAD = ['Lúc (UTC)', 'Việc', 'Nợ', 'Có', 'Số tiền', 'Đơn tổng', 'Đơn', 'Chủ thể', 'Khóa']
/** Large enough that the questions do not count, small enough that memory stays flat. */
const PAGE = 1_000

/** `GET /admin/ledger/entries.csv`: every entry that fits, as a table. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const filters = req.validatedQuery as EntriesFileQuery
  neverCache(res)
  res.attachment('so-cai.csv')
  res.setHeader('content-type', 'text/csv; charset=utf-8')
  res.write(csvStart(HEAD))
  for (let offset = 0; ; offset += PAGE) {
    const { entries } = await inTransaction(req.scope, (sql) => ledgerEntries(sql, filters, PAGE, offset))
    for (const { at, kind, debit, credit, amount, groupNo, groupId, orderId, producerName, key } of entries) {
      res.write(csvLine([at, kind, debit, credit, amount, groupNo ?? groupId, orderId, producerName, key]))
    }
    if (entries.length < PAGE) break
  }
  res.end()
}
