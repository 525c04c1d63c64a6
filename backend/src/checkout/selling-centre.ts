import type { MedusaContainer } from '@medusajs/framework/types'
import { SELLER_ACCOUNT_MODULE } from '../modules/seller-account'
import type { SellerAccountModuleService } from '../modules/seller-account/service'

/** An agreement in force by which a centre sells for a producer. */
export interface Agreement {
  producerId: string
  centreId: string
  /** Null: all products of the producer. */
  productIds: readonly string[] | null
}

/** The agreements of producers that are in force on a day at +07, the one made first before others. */
export async function readAgreements(
  container: MedusaContainer,
  producerIds: readonly string[],
  day: string,
): Promise<Agreement[]> {
  if (producerIds.length === 0) return []
  const sellers: SellerAccountModuleService = container.resolve(SELLER_ACCOUNT_MODULE)
  const rows = await sellers.listCentreAgreements(
    { producer_id: [...producerIds], accepted_at: { $ne: null }, first_day: { $lte: day } },
    { take: null, order: { accepted_at: 'ASC', id: 'ASC' } },
  )
  return rows.flatMap((row) =>
    row.last_day !== null && row.last_day < day
      ? []
      : [{ producerId: row.producer_id, centreId: row.centre_id, productIds: row.product_ids }],
  )
}

/**
 * The centre that sells one producer's part of a cart: the one whose shop it is fetched at, else one that has agreed with the producer to
 * sell all of these products. A part that an agreement covers only in part is the producer's own sale. Pure.
 */
export function sellingCentre(
  agreements: readonly Agreement[],
  part: { producerId: string; productIds: readonly string[]; shopCentreId: string | null },
): string | null {
  if (part.shopCentreId !== null) return part.shopCentreId
  const covering = agreements.find(
    (agreement) =>
      agreement.producerId === part.producerId &&
      (agreement.productIds === null || part.productIds.every((id) => agreement.productIds?.includes(id))),
  )
  return covering?.centreId ?? null
}
