import type { MedusaContainer } from '@medusajs/framework/types'
import { storePassport } from '@sao-lang/traceability/passports/passports'
import type pg from 'pg'
import { loadSource } from './load-source'

const { buildPassports } = loadSource<typeof import('../src/passports/build-passports')>(
  './src/passports/build-passports',
)

/** Hands a product's passport to the traceability database at once, as the outbox would within seconds. Out: its party. */
export async function handOverPassport(container: MedusaContainer, pool: pg.Pool, productId: string): Promise<string> {
  const built = (await buildPassports(container, [productId], Date.now())).get(productId)
  if (!built) throw new Error(`The product ${productId} has no passport.`)
  const { partyRef, passport } = built
  await storePassport(pool, { messageId: `test:${productId}:${passport.version}`, partyRef, passport })
  return partyRef
}
