import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { consentText } from '../../../customers/consent-texts'
import { CUSTOMER_ACCOUNT_MODULE } from '../../../modules/customer-account'
import type { ConsentPurpose, ConsentSubject } from '../../../modules/customer-account/purposes'
import type { CustomerAccountModuleService } from '../../../modules/customer-account/service'

export interface NewConsents {
  subject: { type: ConsentSubject; id: string }
  source: 'register' | 'checkout' | 'account'
  consents: { purpose: ConsentPurpose; given: boolean }[]
}

/** Notes consents, given or taken back, each with the wording of today; the undo takes the rows away. */
export const keepConsentsStep = createStep(
  'keep-consents',
  async ({ subject, source, consents }: NewConsents, { container }) => {
    const accounts: CustomerAccountModuleService = container.resolve(CUSTOMER_ACCOUNT_MODULE)
    const at = new Date()
    const made = await accounts.createCustomerConsents(
      consents.map(({ purpose, given }) => ({
        subject_type: subject.type,
        subject_id: subject.id,
        purpose,
        given,
        text_version: consentText(purpose).version,
        source,
        at,
      })),
    )
    const ids = made.map(({ id }) => id)
    return new StepResponse(ids, ids)
  },
  async (ids, { container }) => {
    if (!ids?.length) return
    const accounts: CustomerAccountModuleService = container.resolve(CUSTOMER_ACCOUNT_MODULE)
    await accounts.deleteCustomerConsents(ids)
  },
)
