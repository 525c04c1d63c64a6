import type { InferTypeOf } from '@medusajs/framework/types'
import { MedusaService } from '@medusajs/framework/utils'
import { BankAccount } from './models/bank-account'
import { CentreAgreement } from './models/centre-agreement'
import { SellerSuspension } from './models/seller-suspension'

export type BankAccountDTO = InferTypeOf<typeof BankAccount>
export type CentreAgreementDTO = InferTypeOf<typeof CentreAgreement>
export type SellerSuspensionDTO = InferTypeOf<typeof SellerSuspension>

/** What makes a producer a seller: where its money goes, whom it lets sell for it, when it may not sell. */
export class SellerAccountModuleService extends MedusaService({ BankAccount, CentreAgreement, SellerSuspension }) {}
