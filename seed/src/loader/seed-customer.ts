import { randomBytes } from 'node:crypto'
import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { openAccountWorkflow } from '@sao-lang/backend/workflows/customer/workflows/open-account'
import type { Account } from './seed-record.ts'

const EMAIL = 'khach-hang@saolang.example'

/**
 * Opens the demo account of a buyer with a password of its own, or finds it; one whose password an interrupted run lost gets a new one.
 * In: accounts that an earlier run wrote down. Out: the account with its password.
 */
export async function seedCustomer(container: MedusaContainer, known: readonly Account[]): Promise<Account> {
  const auth = container.resolve(Modules.AUTH)
  const [login] = await auth.listAuthIdentities({ provider_identities: { entity_id: EMAIL, provider: 'emailpass' } })
  const opened = Boolean(login?.app_metadata?.customer_id)
  const remembered = known.find((account) => account.email === EMAIL)
  if (opened && remembered) return remembered
  const account = { role: 'customer', email: EMAIL, password: randomBytes(12).toString('base64url') }
  if (opened) {
    await auth.updateProvider('emailpass', { entity_id: EMAIL, password: account.password })
    return account
  }
  await openAccountWorkflow(container).run({
    input: {
      name: 'Người mua minh hoạ',
      email: EMAIL,
      password: account.password,
      consents: [
        { purpose: 'account', given: true },
        { purpose: 'follow_notices', given: true },
        { purpose: 'offers', given: false },
      ],
    },
  })
  return account
}
