import { MedusaService } from '@medusajs/framework/utils'
import { Dispute } from './models/dispute'
import { ReturnFile } from './models/return-file'
import { ReturnLine } from './models/return-line'
import { ReturnRequest } from './models/return-request'
import { ReturnWindow } from './models/return-window'

/** Reads what comes after a sale. Requests and disputes are written by `inTransaction` alone (src/after-sale): money hangs on them. */
export class AfterSaleModuleService extends MedusaService({
  ReturnRequest,
  ReturnLine,
  ReturnFile,
  ReturnWindow,
  Dispute,
}) {}
