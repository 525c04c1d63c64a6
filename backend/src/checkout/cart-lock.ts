import { setTimeout as pause } from 'node:timers/promises'
import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { environment } from '../env'
import { ApiError } from '../http/api-error'
import { reapExpiredLocks } from '../locking/reap-expired-locks'

/**
 * Seconds. A killed holder is out of the way (lifetime and the 5 seconds' grace of the reaper) before a waiting request gives up. A holder
 * that is merely slow loses the lock and then fails on the group's row or the cart's lines (settle-placement.ts).
 */
const LIFETIME = 20
const PATIENCE = 30

/**
 * Takes the cart's lock: Medusa's, with the cart's id as key, so that no line changes meanwhile. In: an owner unlike any other, since
 * Medusa's PostgreSQL lock lets two nameless holders in at once; seconds to wait. Throws ApiError 503 `busy`.
 */
export async function holdCart(
  container: MedusaContainer,
  cartId: string,
  owner: string,
  patience = PATIENCE,
): Promise<void> {
  const locking = container.resolve(Modules.LOCKING)
  const until = Date.now() + patience * 1000
  for (;;) {
    try {
      await locking.acquire(cartId, { ownerId: owner, expire: LIFETIME })
      return
    } catch {
      if (Date.now() >= until) throw new ApiError(503, 'busy')
    }
    if (environment().REDIS_URL === undefined) await reapExpiredLocks(container, cartId)
    await pause(150 + Math.random() * 150)
  }
}

/** Gives the cart's lock back. A lock that is another's already stays with it. */
export async function leaveCart(container: MedusaContainer, cartId: string, owner: string): Promise<void> {
  await container.resolve(Modules.LOCKING).release(cartId, { ownerId: owner })
}
