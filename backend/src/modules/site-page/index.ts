import { Module } from '@medusajs/framework/utils'
import { SitePageModuleService } from './service'

export const SITE_PAGE_MODULE = 'site_page'

export default Module(SITE_PAGE_MODULE, { service: SitePageModuleService })
