import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'

const REAP = `DELETE FROM locking WHERE expiration < now() - interval '5 seconds'`

/**
 * Frees locks whose time is over: all of them, or one by its key. Medusa's PostgreSQL lock provider compares the owner before the expiry,
 * so without this a lock left by a killed process would be held for ever. Out: how many were freed.
 */
export async function reapExpiredLocks(container: MedusaContainer, key?: string): Promise<number> {
  const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const result = await (key === undefined
    ? connection.raw<{ rowCount: number | null }>(REAP)
    : connection.raw<{ rowCount: number | null }>(`${REAP} AND id = ?`, [key]))
  return result.rowCount ?? 0
}
