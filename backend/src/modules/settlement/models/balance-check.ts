import { model } from '@medusajs/framework/utils'

/** Đối chiếu sổ: what a look through the ledger found at one moment. */
export const BalanceCheck = model
  .define('BalanceCheck', {
    id: model.id({ prefix: 'bchk' }).primaryKey(),
    at: model.dateTime(),
    ok: model.boolean(),
    entries: model.number(),
    /** `BalanceFault[]` of src/settlement/check-balance.ts. */
    faults: model.json(),
  })
  .indexes([{ name: 'IDX_balance_check_at', on: ['at'] }])
