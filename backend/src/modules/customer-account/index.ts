import { Module } from '@medusajs/framework/utils'
import { CustomerAccountModuleService } from './service'

export const CUSTOMER_ACCOUNT_MODULE = 'customer_account'

export default Module(CUSTOMER_ACCOUNT_MODULE, { service: CustomerAccountModuleService })
