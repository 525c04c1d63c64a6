import { setTimeout as pause } from 'node:timers/promises'
import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { messageOf } from '../logging/message-of'

/** Statements of one open transaction; `?` stands for a value. Amounts come back as PostgreSQL gives `bigint`: as text, for `toDong`. */
export interface Sql {
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>
}

const ATTEMPTS = 5

/**
 * Does work in one transaction over the shop's tables, whichever modules they belong to: all of it is kept or none.
 * In: work that does nothing but SQL, since a deadlock or a failed serialization does it again (4 times, with growing pauses).
 * Out: what the work gives. Throws what the work or the database throws; nothing is kept then.
 */
export async function inTransaction<T>(container: MedusaContainer, work: (sql: Sql) => Promise<T>): Promise<T> {
  const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await connection.transaction((open) =>
        work({
          async query<Row>(text: string, values: readonly unknown[] = []) {
            const { rows } = await open.raw<{ rows: Row[] }>(text, values as never[])
            return rows
          },
        }),
      )
    } catch (error) {
      if (attempt === ATTEMPTS || !isTryAgain(error)) throw error
      await pause(20 * 2 ** attempt * (0.5 + Math.random()))
    }
  }
}

/** 40P01 deadlock_detected, 40001 serialization_failure. */
function isTryAgain(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return code === '40P01' || code === '40001' || /deadlock detected/i.test(messageOf(error))
}
