import type { MedusaContainer } from '@medusajs/framework/types'
import { addFreightRate } from '@sao-lang/backend/carriers/freight-rates'
import type { AuditActor } from '@sao-lang/backend/officials/record-audit'

const BY: AuditActor = { type: 'system', id: 'seed', name: 'Dữ liệu minh hoạ', post: null }
const FROM = '2026-01-01'

/**
 * Illustrative, every one flagged: what a parcel of a kilogram costs there and back is in each shop's own contract, which carriers do not
 * publish. Dong.
 */
const TWO_WAY: Readonly<Record<string, number>> = {
  ghn: 48_000,
  ghtk: 45_000,
  'viettel-post': 50_000,
  vnpost: 42_000,
  jt: 46_000,
}

/** Gives each carrier a rate for parcels that come back, once. Out: how many were new. */
export async function seedFreight(container: MedusaContainer): Promise<number> {
  let made = 0
  for (const [carrier, twoWay] of Object.entries(TWO_WAY)) {
    const id = await addFreightRate(container, { carrier, twoWay, from: FROM }, BY, new Date(), true)
    if (id !== null) made += 1
  }
  return made
}
