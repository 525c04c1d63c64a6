import { Module } from '@medusajs/framework/utils'
import { StayModuleService } from './service'

export const STAY_MODULE = 'stay'

export default Module(STAY_MODULE, { service: StayModuleService })
