import type { ClientBase } from 'pg'
import { BoundedCache } from '../storage/bounded-cache.ts'
import type { Pooler, Reader } from '../storage/database.ts'
import { claimGtin, findGtin, type GtinRecord } from '../storage/gtins.ts'
import { InputError } from '../storage/input-error.ts'
import { gtin14 } from '../verify/gs1/check-digit.ts'

/**
 * Gives a product its GTIN, inside the caller's transaction. Again changes nothing; a former GTIN of the product stays with
 * it. In: 14 digits. Throws InputError naming `field` when the GTIN is that of another product: a GTIN names one trade item
 * of one brand owner (GS1 General Specifications 4.2).
 */
export async function giveGtin(
  client: ClientBase,
  gtin: string,
  product: { partyNo: number; productRef: string },
  field: string,
): Promise<void> {
  const owner = await claimGtin(client, gtin, product.partyNo, product.productRef)
  if (owner.partyNo !== product.partyNo) {
    throw new InputError(field, `${field}: GTIN ${gtin} belongs to a product of another producer; check the digits`)
  }
  if (owner.productRef !== product.productRef) {
    throw new InputError(field, `${field}: GTIN ${gtin} belongs to another product of this producer; use a new GTIN`)
  }
}

export interface GtinDirectory {
  /** Whose a GTIN is; null when it is malformed or nobody registered it. Throws when the database cannot be asked. */
  ownerOf(gtin: string): Promise<GtinRecord | null>
}

/** About 0.2 kB each. */
const GTINS_KEPT = 50_000

/** Look-ups of GTINs; those found are kept in memory, because they never change. */
export function gtinDirectory(db: Reader, pooler: Pooler): GtinDirectory {
  const kept = new BoundedCache<string, GtinRecord>(GTINS_KEPT)
  return {
    async ownerOf(text) {
      const gtin = gtin14(text)
      if (gtin === null) return null
      const known = kept.get(gtin)
      if (known) return known
      const found = await findGtin(db, pooler, gtin)
      if (found) kept.set(gtin, found)
      return found
    },
  }
}
