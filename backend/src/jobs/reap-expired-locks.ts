import type { MedusaContainer } from '@medusajs/framework/types'
import { environment } from '../env'
import { reapExpiredLocks } from '../locking/reap-expired-locks'

/** Frees PostgreSQL locks left by killed processes. Redis ends its locks itself. */
export default async function reapLocks(container: MedusaContainer): Promise<void> {
  if (environment().REDIS_URL === undefined) await reapExpiredLocks(container)
}

export const config = { name: 'reap-expired-locks', schedule: { interval: 15_000 } }
