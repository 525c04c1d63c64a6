import type { InferTypeOf } from '@medusajs/framework/types'
import { MedusaService } from '@medusajs/framework/utils'
import { BankFile } from './models/bank-file'
import { BankLine } from './models/bank-line'
import { Carrier } from './models/carrier'
import { CarrierFile } from './models/carrier-file'
import { CarrierLine } from './models/carrier-line'
import { FreightRate } from './models/freight-rate'
import { RefundAccount } from './models/refund-account'

export type BankFileDTO = InferTypeOf<typeof BankFile>
export type BankLineDTO = InferTypeOf<typeof BankLine>
export type CarrierFileDTO = InferTypeOf<typeof CarrierFile>
export type CarrierLineDTO = InferTypeOf<typeof CarrierLine>

/** Reads what banks and carriers said. It is written by `inTransaction` alone (src/bank-transfer, src/carriers): money hangs on it. */
export class RemittanceModuleService extends MedusaService({
  BankFile,
  BankLine,
  Carrier,
  CarrierFile,
  CarrierLine,
  FreightRate,
  RefundAccount,
}) {}
