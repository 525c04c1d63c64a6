import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { inTransaction } from '../money/in-transaction'
import { customerCondition, PERSONAL_TABLES } from './personal-tables'

/**
 * Deletes or empties the rows of a customer table by table, as `personal-tables.ts` says, all or none, and notes that it was done.
 * What the law keeps (orders, complaints) stays until the job of its retention line erases it. Doing it twice changes nothing.
 * Out: rows by table.
 */
export async function eraseCustomer(
  container: MedusaContainer,
  customerId: string,
  requestId: string,
): Promise<Record<string, number>> {
  return inTransaction(container, async (sql) => {
    const rows: Record<string, number> = {}
    for (const { table, ofCustomer, onDeletion } of PERSONAL_TABLES) {
      if (ofCustomer === null || onDeletion.do === 'keep') continue
      const { text, values } = customerCondition(ofCustomer, customerId)
      const statement =
        onDeletion.do === 'delete'
          ? `DELETE FROM "${table}" WHERE ${text} RETURNING 1`
          : `UPDATE "${table}" SET ${onDeletion.set}, updated_at = now() WHERE ${text} RETURNING 1`
      rows[table] = (await sql.query(statement, values)).length
    }
    await sql.query(
      `INSERT INTO data_request (id, customer_id, kind, at, rows) VALUES (?, ?, 'deletion', now(), ?::jsonb)
       ON CONFLICT (id) DO NOTHING`,
      [requestId, customerId, JSON.stringify(rows)],
    )
    return rows
  })
}

/** The id of a request for deletion, made before it is carried out. */
export function newDeletionId(): string {
  return generateEntityId(undefined, 'dreq')
}
