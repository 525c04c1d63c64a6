import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import { toDong } from '../money/dong'
import { inTransaction } from '../money/in-transaction'
import { type AuditActor, recordAuditIn } from '../officials/record-audit'
import type { RemitTaxBody } from './bodies'
import { post } from './post'
import { taxRemittedEntries } from './postings/received'

const HELD = `
  SELECT coalesce(sum(CASE WHEN credit = ? THEN amount ELSE -amount END), 0)::text AS held FROM ledger_entry WHERE credit = ? OR debit = ?`

/** Posts that withheld tax was paid to the tax office. Doing it again with the same reference changes nothing. Throws ApiError 422 `tax_remitted_too_much`. */
export async function remitTax(
  container: MedusaContainer,
  body: RemitTaxBody,
  actor: AuditActor,
  at: Date,
): Promise<void> {
  await inTransaction(container, async (sql) => {
    const [entry] = taxRemittedEntries({ ...body, at })
    if (!entry) return
    const known = await sql.query('SELECT 1 FROM ledger_entry WHERE key = ?', [entry.key])
    const account = `tax:${body.tax}`
    const [row] = await sql.query<{ held: string }>(HELD, [account, account, account])
    if (known.length === 0 && toDong(row?.held ?? 0) < body.amount) {
      throw new ApiError(422, 'tax_remitted_too_much', { field: 'amount' })
    }
    await post(sql, [entry])
    if (known.length > 0) return
    const { month, tax, amount, reference } = body
    await recordAuditIn(sql, {
      actor,
      verb: 'tax:remit',
      subject: { type: 'tax', id: `${tax}:${month}` },
      place: { provinceCode: null, communeCode: null },
      details: { amount, reference },
    })
  })
}
