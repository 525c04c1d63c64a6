import { MedusaService } from '@medusajs/framework/utils'
import { Fair } from './models/fair'
import { PromotionCentre } from './models/promotion-centre'
import { Shop } from './models/shop'

/** Promotion centres, their shops and fairs. */
export class PromotionCentreModuleService extends MedusaService({ PromotionCentre, Shop, Fair }) {}
