import type { MedusaContainer } from '@medusajs/framework/types'
import { CUSTOMER_ACCOUNT_MODULE } from '../modules/customer-account'
import type { ConsentPurpose } from '../modules/customer-account/purposes'
import type { CustomerAccountModuleService } from '../modules/customer-account/service'
import { CONSENT_TEXTS } from './consent-texts'

/** One purpose, and how the customer stands to it. */
export interface ConsentView {
  purpose: ConsentPurpose
  text: string
  version: string
  needed: boolean
  given: boolean
  /** When it was given or taken back last, UTC; null when never asked. */
  at: string | null
  /** The wording that was read then. */
  versionRead: string | null
}

/** Purposes a customer decides about in their account; an order's is asked with each order. */
const IN_ACCOUNT: readonly ConsentPurpose[] = ['account', 'order_messages', 'follow_notices', 'offers']

/** How a customer stands to each purpose today. */
export async function readConsents(
  container: MedusaContainer,
  customerId: string,
  locale: 'vi' | 'en',
): Promise<ConsentView[]> {
  const accounts: CustomerAccountModuleService = container.resolve(CUSTOMER_ACCOUNT_MODULE)
  const rows = await accounts.listCustomerConsents(
    { subject_type: 'customer', subject_id: customerId },
    { take: null, order: { at: 'DESC', id: 'DESC' } },
  )
  return CONSENT_TEXTS.filter(({ purpose }) => IN_ACCOUNT.includes(purpose)).map((text) => {
    const newest = rows.find(({ purpose }) => purpose === text.purpose)
    return {
      purpose: text.purpose,
      text: text[locale],
      version: text.version,
      needed: text.needed,
      given: newest?.given ?? false,
      at: newest ? new Date(newest.at).toISOString() : null,
      versionRead: newest?.text_version ?? null,
    }
  })
}

/** Customers of these that have agreed to a purpose and not taken it back. */
export async function consenting(
  container: MedusaContainer,
  purpose: ConsentPurpose,
  customerIds: readonly string[],
): Promise<Set<string>> {
  if (customerIds.length === 0) return new Set()
  const accounts: CustomerAccountModuleService = container.resolve(CUSTOMER_ACCOUNT_MODULE)
  const rows = await accounts.listCustomerConsents(
    { subject_type: 'customer', subject_id: [...customerIds], purpose },
    { take: null, order: { at: 'ASC', id: 'ASC' } },
  )
  const newest = new Map(rows.map((row) => [row.subject_id, row.given]))
  return new Set([...newest].flatMap(([id, given]) => (given ? id : [])))
}
