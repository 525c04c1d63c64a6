import { Module } from '@medusajs/framework/utils'
import { RuleBookModuleService } from './service'

export const RULE_BOOK_MODULE = 'rule_book'

export default Module(RULE_BOOK_MODULE, { service: RuleBookModuleService })
