import { Module } from '@medusajs/framework/utils'
import { ScanReportModuleService } from './service'

export const SCAN_REPORT_MODULE = 'scan_report'

export default Module(SCAN_REPORT_MODULE, { service: ScanReportModuleService })
