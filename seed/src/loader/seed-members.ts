import { randomBytes } from 'node:crypto'
import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { changeProducerMemberWorkflow } from '@sao-lang/backend/workflows/producer/workflows/change-producer-member'
import { createProducerMemberWorkflow } from '@sao-lang/backend/workflows/producer/workflows/create-producer-member'
import type { Account } from './seed-record.ts'
import { shopRows } from './shop.ts'

/** Demo people of two producers that have journals, and of a host: guests have nothing to be traced. */
const MEMBERS = [
  { producer: 'cong-ty-tnhh-nam-huy', name: 'Thành viên minh hoạ (hạt sen)', email: 'sen@saolang.example' },
  { producer: 'chu-the-tai-hong-thai', name: 'Thành viên minh hoạ (chè Shan)', email: 'che-shan@saolang.example' },
  { producer: 'chu-the-tai-tuyen-quang', name: 'Thành viên minh hoạ (homestay)', email: 'homestay@saolang.example' },
] as const

/** Handles of the producers with demo accounts that sell goods. */
export const DEMO_PRODUCERS: readonly string[] = MEMBERS.slice(0, 2).map(({ producer }) => producer)

/**
 * Makes the demo accounts of producers with passwords of their own, or finds them; one whose password an interrupted run lost
 * gets a new one. In: producer ids by handle, and accounts that an earlier run wrote down. Out: the accounts with passwords.
 */
export async function seedMembers(
  container: MedusaContainer,
  producerIds: ReadonlyMap<string, string>,
  known: readonly Account[],
): Promise<Account[]> {
  const rows = await shopRows<{ id: string; email: string; producer_id: string }>(container, {
    entity: 'producer_member',
    fields: ['id', 'email', 'producer_id'],
    filters: { email: MEMBERS.map((member) => member.email) },
  })
  const accounts: Account[] = []
  for (const { producer, name, email } of MEMBERS) {
    const producerId = producerIds.get(producer)
    if (producerId === undefined) throw new Error(`seed: producer "${producer}" has not been loaded`)
    const existing = rows.find((row) => row.email === email)
    const remembered = known.find((account) => account.email === email)
    if (existing && remembered) {
      accounts.push(remembered)
      continue
    }
    const account = { role: 'producer', email, password: randomBytes(12).toString('base64url') }
    const { password } = account
    if (existing) {
      const input = { producerId: existing.producer_id, memberId: existing.id, password }
      await linkLogin(container, email, existing.id)
      await changeProducerMemberWorkflow(container).run({ input })
    } else {
      const input = { producerId, name, email, password, role: 'owner' as const, sample: true }
      await createProducerMemberWorkflow(container).run({ input })
    }
    accounts.push(account)
  }
  return accounts
}

/** Ties the login to its member, when a run was killed between making the one and the other. */
async function linkLogin(container: MedusaContainer, email: string, memberId: string): Promise<void> {
  const auth = container.resolve(Modules.AUTH)
  const [login] = await auth.listAuthIdentities({ provider_identities: { entity_id: email, provider: 'emailpass' } })
  if (!login || login.app_metadata?.producer_id === memberId) return
  await auth.updateAuthIdentities({ id: login.id, app_metadata: { ...login.app_metadata, producer_id: memberId } })
}
