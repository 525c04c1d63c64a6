import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { inTransaction } from '../../../../../money/in-transaction'
import { operatorActor } from '../../../../../officials/operator-actor'
import { recordAuditIn } from '../../../../../officials/record-audit'
import { bankFile } from '../../../../../settlement/batch-view'
import type { BankFileQuery } from '../../../../../settlement/bodies'

/** `GET /admin/payout-batches/:id/bank-file?format`: the file for the bank, with account numbers in the clear; who took it is in the journal. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = String(req.params.id)
  const { format } = req.validatedQuery as unknown as BankFileQuery
  const actor = await operatorActor(req)
  const { name, bytes } = await inTransaction(req.scope, async (sql) => {
    const file = await bankFile(sql, id, format)
    const subject = { type: 'payout_batch', id }
    await recordAuditIn(sql, {
      actor,
      verb: 'payout:bank_file',
      subject,
      place: { provinceCode: null, communeCode: null },
      details: { format },
    })
    return file
  })
  neverCache(res)
  res.attachment(name)
  if (format === 'csv') res.setHeader('content-type', 'text/csv; charset=utf-8')
  res.send(bytes)
}
