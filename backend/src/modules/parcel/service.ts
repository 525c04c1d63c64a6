import { MedusaService } from '@medusajs/framework/utils'
import { Parcel } from './models/parcel'
import { ParcelLine } from './models/parcel-line'
import { ParcelLot } from './models/parcel-lot'
import { ParcelUnit } from './models/parcel-unit'

/** Reads parcels. They are written by `inTransaction` alone (src/parcels): stock and money hang on their states. */
export class ParcelModuleService extends MedusaService({ Parcel, ParcelLine, ParcelLot, ParcelUnit }) {}
