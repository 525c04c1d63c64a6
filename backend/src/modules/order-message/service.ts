import { MedusaService } from '@medusajs/framework/utils'
import { OrderConversation } from './models/order-conversation'
import { OrderMessage } from './models/order-message'

/** Reads messages of orders. They are written by `inTransaction` alone (src/order-messages): the numbers of a conversation change with them. */
export class OrderMessageModuleService extends MedusaService({ OrderConversation, OrderMessage }) {}
