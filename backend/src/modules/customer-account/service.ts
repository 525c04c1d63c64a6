import { MedusaService } from '@medusajs/framework/utils'
import { CustomerConsent } from './models/customer-consent'
import { CustomerFollow } from './models/customer-follow'
import { DataRequest } from './models/data-request'
import { PasswordReset } from './models/password-reset'

/** What a customer's account has beside Medusa's: consents, requests about their data, follows, links for a new password. */
export class CustomerAccountModuleService extends MedusaService({
  CustomerConsent,
  CustomerFollow,
  DataRequest,
  PasswordReset,
}) {}
