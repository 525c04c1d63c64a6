import type { InferTypeOf } from '@medusajs/framework/types'
import { MedusaService } from '@medusajs/framework/utils'
import { BankAccount } from './models/bank-account'
import { CentreAgreement } from './models/centre-agreement'
import { MemberInvitation } from './models/member-invitation'
import { MemberPasswordReset } from './models/member-password-reset'
import { SellerApplication } from './models/seller-application'
import { SellerPaper } from './models/seller-paper'
import { SellerSuspension } from './models/seller-suspension'

export type SellerApplicationDTO = InferTypeOf<typeof SellerApplication>
export type SellerPaperDTO = InferTypeOf<typeof SellerPaper>
export type MemberInvitationDTO = InferTypeOf<typeof MemberInvitation>

/** What makes a producer a seller: where its money goes, whom it lets sell for it, when it may not sell. */
export class SellerAccountModuleService extends MedusaService({
  BankAccount,
  CentreAgreement,
  SellerSuspension,
  SellerApplication,
  SellerPaper,
  MemberInvitation,
  MemberPasswordReset,
}) {}
