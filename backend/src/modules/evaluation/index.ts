import { Module } from '@medusajs/framework/utils'
import { EvaluationModuleService } from './service'

export const EVALUATION_MODULE = 'evaluation'

export default Module(EVALUATION_MODULE, { service: EvaluationModuleService })
