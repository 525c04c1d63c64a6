import { randomBytes } from 'node:crypto'
import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { changeInspectorWorkflow } from '@sao-lang/backend/workflows/inspection/workflows/change-inspector'
import { createInspectorWorkflow } from '@sao-lang/backend/workflows/inspection/workflows/create-inspector'
import type { Account } from './seed-record.ts'
import { shopRows } from './shop.ts'

const EMAIL = 'kiem-tra@saolang.example'
/** Đồng Tháp and Tuyên Quang, where the demo labels come from. */
const PROVINCES = ['82', '08']

/**
 * Makes the demo account of an inspector with a password of its own, or finds it; one whose password an interrupted run lost
 * gets a new one. In: accounts that an earlier run wrote down. Out: the account with its password.
 */
export async function seedInspector(container: MedusaContainer, known: readonly Account[]): Promise<Account> {
  const [existing] = await shopRows<{ id: string }>(container, {
    entity: 'inspector',
    fields: ['id'],
    filters: { email: EMAIL },
  })
  const remembered = known.find((account) => account.email === EMAIL)
  if (existing && remembered) return remembered
  const account = { role: 'inspector', email: EMAIL, password: randomBytes(12).toString('base64url') }
  const { password } = account
  if (existing) {
    await linkLogin(container, existing.id)
    await changeInspectorWorkflow(container).run({ input: { inspectorId: existing.id, password } })
  } else {
    await createInspectorWorkflow(container).run({
      input: {
        name: 'Kiểm tra viên minh hoạ',
        email: EMAIL,
        password,
        agency: 'Đội kiểm tra (dữ liệu minh hoạ)',
        provinceCodes: PROVINCES,
        sample: true,
      },
    })
  }
  return account
}

/** Ties the login to its inspector, when a run was killed between making the one and the other. */
async function linkLogin(container: MedusaContainer, inspectorId: string): Promise<void> {
  const auth = container.resolve(Modules.AUTH)
  const [login] = await auth.listAuthIdentities({ provider_identities: { entity_id: EMAIL, provider: 'emailpass' } })
  if (!login || login.app_metadata?.inspector_id === inspectorId) return
  await auth.updateAuthIdentities({ id: login.id, app_metadata: { ...login.app_metadata, inspector_id: inspectorId } })
}
