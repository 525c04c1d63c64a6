import { MedusaService } from '@medusajs/framework/utils'
import { BalanceCheck } from './models/balance-check'
import { CommissionRule } from './models/commission-rule'
import { Payout } from './models/payout'
import { PayoutBatch } from './models/payout-batch'
import { PayoutSetting } from './models/payout-setting'
import { WithholdingRate } from './models/withholding-rate'

/**
 * Rules, rates and payouts. Entries of the ledger and frozen terms are left out on purpose: no method of this service changes or
 * deletes them; they are written by src/settlement in the transaction of what they tell of.
 */
export class SettlementModuleService extends MedusaService({
  BalanceCheck,
  CommissionRule,
  Payout,
  PayoutBatch,
  PayoutSetting,
  WithholdingRate,
}) {}
