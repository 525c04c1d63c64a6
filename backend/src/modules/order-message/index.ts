import { Module } from '@medusajs/framework/utils'
import { OrderMessageModuleService } from './service'

export const ORDER_MESSAGE_MODULE = 'order_message'

export default Module(ORDER_MESSAGE_MODULE, { service: OrderMessageModuleService })
