import type { InferTypeOf } from '@medusajs/framework/types'
import { MedusaService } from '@medusajs/framework/utils'
import { InspectionFile } from './models/inspection-file'
import { InspectionRecord } from './models/inspection-record'
import { Inspector } from './models/inspector'
import { LookUp } from './models/look-up'

export type InspectorDTO = InferTypeOf<typeof Inspector>
export type InspectionRecordDTO = InferTypeOf<typeof InspectionRecord>
export type InspectionFileDTO = InferTypeOf<typeof InspectionFile>
export type LookUpDTO = InferTypeOf<typeof LookUp>

/** Kiểm tra: inspectors, what they found and what they asked. */
export class InspectionModuleService extends MedusaService({ Inspector, InspectionRecord, InspectionFile, LookUp }) {}
