import type { InferTypeOf } from '@medusajs/framework/types'
import { MedusaService } from '@medusajs/framework/utils'
import { OrderGroup } from './models/order-group'
import { SellerOrder } from './models/seller-order'

export type OrderGroupDTO = InferTypeOf<typeof OrderGroup>
export type SellerOrderDTO = InferTypeOf<typeof SellerOrder>

/** Reads order groups. They are written by `inTransaction` alone (src/checkout, src/order-groups): money hangs on their states. */
export class OrderGroupModuleService extends MedusaService({ OrderGroup, SellerOrder }) {}
