import { Module } from '@medusajs/framework/utils'
import { PromotionOfferModuleService } from './service'

export const PROMOTION_OFFER_MODULE = 'promotion_offer'

export default Module(PROMOTION_OFFER_MODULE, { service: PromotionOfferModuleService })
