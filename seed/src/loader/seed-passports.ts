import type { MedusaContainer } from '@medusajs/framework/types'
import { buildPassports } from '@sao-lang/backend/passports/build-passports'
import { storePassport } from '@sao-lang/traceability/passports/passports'
import type { Database } from '@sao-lang/traceability/storage/database'
import { chunks } from './shop.ts'

/**
 * Hands the products' passports to the traceability database at once, so that labels can be scanned before the shop has
 * delivered its outbox. A passport that has not changed is not stored again. Out: how many were stored.
 */
export async function seedPassports(
  container: MedusaContainer,
  db: Database,
  productIds: readonly string[],
): Promise<number> {
  let stored = 0
  for (const part of chunks(productIds, 100)) {
    for (const [productId, built] of await buildPassports(container, part, Date.now())) {
      const messageId = `seed:${productId}:${built.sourceChangedAt.getTime()}`
      const answer = await storePassport(db, { messageId, partyRef: built.partyRef, passport: built.passport })
      if (answer.stored) stored++
    }
  }
  return stored
}
