import { Module } from '@medusajs/framework/utils'
import { SellerAccountModuleService } from './service'

export const SELLER_ACCOUNT_MODULE = 'seller_account'

export default Module(SELLER_ACCOUNT_MODULE, { service: SellerAccountModuleService })
