import { MedusaService } from '@medusajs/framework/utils'
import { Fair } from './models/fair'
import { Shop } from './models/shop'

/** Shops and fairs of the promotion centres. */
export class PromotionCentreModuleService extends MedusaService({ Shop, Fair }) {}
