import { Module } from '@medusajs/framework/utils'
import { DispatchModuleService } from './service'

export const DISPATCH_MODULE = 'dispatch'

export default Module(DISPATCH_MODULE, { service: DispatchModuleService })
