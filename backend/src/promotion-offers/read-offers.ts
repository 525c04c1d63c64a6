import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { PROMOTION_OFFER_MODULE } from '../modules/promotion-offer'
import type { PromotionOfferDTO, PromotionOfferModuleService } from '../modules/promotion-offer/service'
import { toDong } from '../money/dong'
import type { Offer } from './apply-offers'
import type { BuyerHash } from './buyer-hash'

export interface TitledOffer extends Offer {
  title: { vi: string; en: string }
  centreId: string | null
}

const USES_OF_BUYER = `
  SELECT offer_id, count(*)::int AS uses FROM promotion_use
  WHERE offer_id = ANY(?) AND released_at IS NULL AND (buyer_hash = ? OR email_hash = ?) GROUP BY offer_id`

/**
 * The offers of the codes, with what their counts leave this buyer. In: codes in upper case; the buyer, null until the cart has an
 * address. Codes that are unknown are left out.
 */
export async function readOffers(
  container: MedusaContainer,
  codes: readonly string[],
  buyer: BuyerHash | null,
): Promise<TitledOffer[]> {
  if (codes.length === 0) return []
  const offers: PromotionOfferModuleService = container.resolve(PROMOTION_OFFER_MODULE)
  const rows = await offers.listPromotionOffers({ code: [...codes] }, { take: null })
  const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows: counted } = buyer
    ? await connection.raw<{ rows: { offer_id: string; uses: number }[] }>(USES_OF_BUYER, [
        rows.map((row) => row.id),
        buyer.phone,
        buyer.email,
      ])
    : { rows: [] }
  const usesOfBuyer = new Map(counted.map((row) => [row.offer_id, row.uses]))
  return rows.map((row) => toOffer(row, usesOfBuyer.get(row.id) ?? 0))
}

function toOffer(row: PromotionOfferDTO, usesOfBuyer: number): TitledOffer {
  const usedUp = row.max_uses !== null && row.uses >= row.max_uses
  const usedByYou = row.max_uses_per_buyer !== null && usesOfBuyer >= row.max_uses_per_buyer
  return {
    id: row.id,
    code: row.code,
    title: { vi: row.title_vi, en: row.title_en },
    kind: row.kind,
    value: row.value === null ? null : toDong(row.value),
    bearer: row.bearer,
    centreId: row.centre_id,
    scope: row.scope,
    producerId: row.producer_id,
    productIds: row.product_ids,
    minSpend: toDong(row.min_spend),
    maxDiscount: row.max_discount === null ? null : toDong(row.max_discount),
    firstDay: row.first_day,
    lastDay: row.last_day,
    ended: row.ended_at !== null,
    stackingGroup: row.stacking_group,
    left: usedByYou ? 'used_by_you' : usedUp ? 'used_up' : 'yes',
  }
}
