import { Module } from '@medusajs/framework/utils'
import { PromotionCentreModuleService } from './service'

export const PROMOTION_CENTRE_MODULE = 'promotion_centre'

export default Module(PROMOTION_CENTRE_MODULE, { service: PromotionCentreModuleService })
