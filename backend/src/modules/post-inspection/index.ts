import { Module } from '@medusajs/framework/utils'
import { PostInspectionModuleService } from './service'

export const POST_INSPECTION_MODULE = 'post_inspection'

export default Module(POST_INSPECTION_MODULE, { service: PostInspectionModuleService })
