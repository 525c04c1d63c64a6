import { Module } from '@medusajs/framework/utils'
import { VietnameseTextService } from './service'

export const VIETNAMESE_TEXT_MODULE = 'vietnameseText'

export default Module(VIETNAMESE_TEXT_MODULE, { service: VietnameseTextService })
