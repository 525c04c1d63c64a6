import { randomBytes } from 'node:crypto'
import type { MedusaContainer } from '@medusajs/framework/types'
import { FeatureFlag, Modules } from '@medusajs/framework/utils'
import { createUsersWorkflow } from '@medusajs/medusa/core-flows'
import type { Account } from './seed-record.ts'

const PROVIDER = 'emailpass'
const EMAIL = 'van-hanh@saolang.example'

/**
 * Makes the demo account of the platform operator with a password of its own, or finds it. When an interrupted run lost
 * the password a new one is set. In: accounts that an earlier run wrote down. Out: the account with its password.
 * Throws when Medusa refuses the account.
 */
export async function seedOperator(container: MedusaContainer, known: readonly Account[]): Promise<Account> {
  const auth = container.resolve(Modules.AUTH)
  const users = container.resolve(Modules.USER)
  const existing = (await users.listUsers({ email: EMAIL }))[0]
  const user =
    existing ??
    (
      await createUsersWorkflow(container).run({
        input: {
          users: [{ email: EMAIL, first_name: 'Vận hành', last_name: 'Sao Làng', ...(await operatorRoles(container)) }],
        },
      })
    ).result[0]
  if (!user) throw new Error('the operator account could not be made')

  const identity = (await auth.listAuthIdentities({ provider_identities: { entity_id: EMAIL, provider: PROVIDER } }))[0]
  const remembered = known.find((account) => account.email === EMAIL)
  if (identity && remembered && identity.app_metadata?.user_id === user.id) return remembered

  const account = { role: 'operator', email: EMAIL, password: randomBytes(12).toString('base64url') }
  if (identity) {
    const changed = await auth.updateProvider(PROVIDER, { entity_id: EMAIL, password: account.password })
    if (!changed.success) throw new Error(changed.error ?? 'the password of the operator could not be set')
  }
  const authIdentity = identity ?? (await registered(container, account))
  await auth.updateAuthIdentities({ id: authIdentity.id, app_metadata: { user_id: user.id } })
  return account
}

async function registered(container: MedusaContainer, account: Account): Promise<{ id: string }> {
  const auth = container.resolve(Modules.AUTH)
  const answer = await auth.register(PROVIDER, { body: { email: account.email, password: account.password } })
  if (!answer.success || !answer.authIdentity) throw new Error(answer.error ?? 'the operator could not be registered')
  return answer.authIdentity
}

/** With Medusa's role-based access switched on, an account without a role could do nothing. */
async function operatorRoles(container: MedusaContainer): Promise<{ roles?: string[] }> {
  if (!FeatureFlag.isFeatureEnabled('rbac')) return {}
  const roles = await container.resolve(Modules.RBAC).listRbacRoles({ id: 'role_super_admin' })
  return { roles: roles.map((role) => role.id) }
}
