import type { Pool } from 'pg'
import { type ProductOfParty, productsBehind, productsDue, productsSignedByOthers } from '../storage/credentials.ts'
import { inTransaction } from '../storage/database.ts'
import { newestPassport } from '../storage/passports.ts'
import { vietnamDay } from '../verify/recognition-state.ts'
import { issueForPassport } from './issue.ts'
import type { CredentialIssuer } from './issuer.ts'

const BATCH = 200

/**
 * Looks again at the products on which a recognition began or ended since, at those whose passport was stored by a
 * process that issues nothing (the seed, an older release), and at those signed with a key that was taken out; one
 * transaction a product. Any number of processes may run it, as often as they like: with nothing due it is three
 * questions.
 * Out: how many products were looked at, and those that failed, with the reason; they are tried again next time.
 * Throws when the database cannot be asked what is due.
 */
export async function refreshCredentials(
  pool: Pool,
  issuer: CredentialIssuer,
  now: Date,
): Promise<{ products: number; failed: { productRef: string; reason: string }[] }> {
  const keyIds = issuer.keys.map((key) => key.id)
  const failed = new Map<string, string>()
  let products = 0
  for (;;) {
    // What failed is still due; asking for so many more leaves room for the others.
    const most = BATCH + failed.size
    const due = [
      ...(await productsDue(pool, vietnamDay(now), most)),
      ...(await productsBehind(pool, most)),
      ...(await productsSignedByOthers(pool, keyIds, most)),
    ].filter(({ productRef }) => !failed.has(productRef))
    if (due.length === 0) break
    for (const product of new Map(due.map((each) => [each.productRef, each])).values()) {
      products += 1
      await refreshProduct(pool, issuer, product, now).catch((error: unknown) => {
        failed.set(product.productRef, error instanceof Error ? error.message : String(error))
      })
    }
  }
  return { products, failed: [...failed].map(([productRef, reason]) => ({ productRef, reason })) }
}

async function refreshProduct(
  pool: Pool,
  issuer: CredentialIssuer,
  { partyNo, productRef }: ProductOfParty,
  now: Date,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    const passport = await newestPassport(client, 'transaction', partyNo, productRef)
    if (!passport) throw new Error('the product has no passport of its party')
    await issueForPassport(client, issuer, partyNo, passport.body, now)
  })
}
