import type { MedusaContainer } from '@medusajs/framework/types'
import { inTransaction } from '../money/in-transaction'
import { customerCondition, PERSONAL_TABLES } from './personal-tables'

/** Everything personal of a customer, by table. Amounts are whole đồng, moments UTC. */
export interface CustomerExport {
  format: 'sao-lang-personal-data'
  version: 1
  customerId: string
  exportedAt: string
  data: Record<string, Record<string, unknown>[]>
}

/** Reads all rows of a customer in all tables that `personal-tables.ts` names, in one state of the database. */
export async function exportCustomer(
  container: MedusaContainer,
  customerId: string,
  at: Date,
): Promise<CustomerExport> {
  const data = await inTransaction(container, async (sql) => {
    const found: CustomerExport['data'] = {}
    for (const { table, columns, ofCustomer, also = [] } of PERSONAL_TABLES) {
      if (ofCustomer === null) continue
      const { text, values } = customerCondition(ofCustomer, customerId)
      const named = [...new Set([...also, ...columns])].map((column) => `"${column}"`).join(', ')
      found[table] = await sql.query<Record<string, unknown>>(`SELECT ${named} FROM "${table}" WHERE ${text}`, values)
    }
    return found
  })
  return { format: 'sao-lang-personal-data', version: 1, customerId, exportedAt: at.toISOString(), data }
}
