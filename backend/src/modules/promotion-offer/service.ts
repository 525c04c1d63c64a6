import type { InferTypeOf } from '@medusajs/framework/types'
import { MedusaService } from '@medusajs/framework/utils'
import { PromotionOffer } from './models/promotion-offer'
import { PromotionUse } from './models/promotion-use'

export type PromotionOfferDTO = InferTypeOf<typeof PromotionOffer>

/** Promotions by code and their uses. Uses are written by `inTransaction` alone (src/promotion-offers): limits hang on them. */
export class PromotionOfferModuleService extends MedusaService({ PromotionOffer, PromotionUse }) {}
