import { randomBytes } from 'node:crypto'
import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import type { NewPost } from '@sao-lang/backend/officials/check-posts'
import type { AuditActor } from '@sao-lang/backend/officials/record-audit'
import { changeOfficialWorkflow } from '@sao-lang/backend/workflows/official/workflows/change-official'
import { createOfficialWorkflow } from '@sao-lang/backend/workflows/official/workflows/create-official'
import { givePostWorkflow } from '@sao-lang/backend/workflows/official/workflows/give-post'
import { DEMO_CENTRE } from './seed-centre.ts'
import type { Account } from './seed-record.ts'
import { shopRows } from './shop.ts'

/** Since when the demo posts are held: before every demo dossier. */
const SINCE = '2026-01-01'
/** Hồng Thái in Tuyên Quang, the commune of the demo producer that makes Shan tea. */
const COMMUNE = { level: 'commune', provinceCode: '08', communeCode: '02260', unitName: 'UBND xã Hồng Thái' } as const
const PROVINCE = { level: 'province', provinceCode: '08', communeCode: null } as const
const DEPARTMENT = { ...PROVINCE, unitName: 'Sở Nông nghiệp và Môi trường tỉnh Tuyên Quang' } as const
const COUNCIL = { ...PROVINCE, unitName: 'Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Tuyên Quang' } as const
const MINISTRY = {
  level: 'ministry',
  provinceCode: null,
  communeCode: null,
  unitName: 'Bộ Nông nghiệp và Môi trường',
} as const

const CENTRE = { level: 'province', provinceCode: '82', communeCode: null } as const

type DemoPost = Omit<NewPost, 'from' | 'to'>

/** Account role, name and address of each demo official, and the post they hold. */
const OFFICIALS: readonly { account: string; name: string; email: string; post: DemoPost }[] = [
  {
    account: 'commune',
    name: 'Cán bộ xã minh hoạ',
    email: 'can-bo-xa@saolang.example',
    post: { role: 'commune_officer', ...COMMUNE },
  },
  {
    account: 'commune-leader',
    name: 'Lãnh đạo xã minh hoạ',
    email: 'lanh-dao-xa@saolang.example',
    post: { role: 'commune_leader', ...COMMUNE },
  },
  {
    account: 'advisor',
    name: 'Thành viên tổ tư vấn minh hoạ',
    email: 'to-tu-van@saolang.example',
    post: { role: 'advisor', ...PROVINCE, unitName: 'Tổ tư vấn OCOP tỉnh Tuyên Quang' },
  },
  {
    account: 'council',
    name: 'Thư ký hội đồng minh hoạ',
    email: 'thu-ky-hoi-dong@saolang.example',
    post: { role: 'council_secretary', ...COUNCIL },
  },
  {
    account: 'council-member-1',
    name: 'Ủy viên hội đồng minh hoạ 1',
    email: 'uy-vien-1@saolang.example',
    post: { role: 'council_member', ...COUNCIL },
  },
  {
    account: 'council-member-2',
    name: 'Ủy viên hội đồng minh hoạ 2',
    email: 'uy-vien-2@saolang.example',
    post: { role: 'council_member', ...COUNCIL },
  },
  {
    account: 'council-member-3',
    name: 'Ủy viên hội đồng minh hoạ 3',
    email: 'uy-vien-3@saolang.example',
    post: { role: 'council_member', ...COUNCIL },
  },
  {
    account: 'council-chair',
    name: 'Chủ tịch hội đồng minh hoạ',
    email: 'chu-tich-hoi-dong@saolang.example',
    post: { role: 'council_chair', ...COUNCIL },
  },
  {
    account: 'province',
    name: 'Cán bộ tỉnh minh hoạ',
    email: 'can-bo-tinh@saolang.example',
    post: { role: 'province_officer', ...DEPARTMENT },
  },
  {
    account: 'province-leader',
    name: 'Lãnh đạo tỉnh minh hoạ',
    email: 'lanh-dao-tinh@saolang.example',
    post: { role: 'province_leader', ...PROVINCE, unitName: 'UBND tỉnh Tuyên Quang' },
  },
  {
    account: 'ministry',
    name: 'Cán bộ bộ minh hoạ',
    email: 'can-bo-bo@saolang.example',
    post: { role: 'ministry_officer', ...MINISTRY },
  },
  {
    account: 'ministry-leader',
    name: 'Lãnh đạo bộ minh hoạ',
    email: 'lanh-dao-bo@saolang.example',
    post: { role: 'ministry_leader', ...MINISTRY },
  },
  {
    account: 'centre',
    name: 'Quản lý trung tâm minh hoạ',
    email: 'quan-ly-trung-tam@saolang.example',
    post: { role: 'centre_manager', ...CENTRE, unitName: DEMO_CENTRE.name },
  },
  {
    account: 'centre-seller',
    name: 'Nhân viên quầy minh hoạ',
    email: 'nhan-vien-quay@saolang.example',
    post: { role: 'centre_seller', ...CENTRE, unitName: DEMO_CENTRE.name },
  },
]

const BY: AuditActor = { type: 'system', id: 'seed', name: 'Dữ liệu minh hoạ', post: null }

/**
 * Makes the demo accounts of officials with passwords of their own, or finds them; one whose password an interrupted run lost gets a new
 * one. In: accounts that an earlier run wrote down, and the demo centre. Out: the accounts with passwords.
 */
export async function seedOfficials(
  container: MedusaContainer,
  known: readonly Account[],
  centreId: string,
): Promise<Account[]> {
  const rows = await shopRows<{ id: string; email: string }>(container, {
    entity: 'official',
    fields: ['id', 'email'],
    filters: { email: OFFICIALS.map(({ email }) => email) },
  })
  const accounts: Account[] = []
  for (const { account: role, name, email, post } of OFFICIALS) {
    const existing = rows.find((row) => row.email === email)
    const remembered = known.find((account) => account.email === email)
    if (existing && remembered) {
      accounts.push(remembered)
      continue
    }
    const account = { role, email, password: randomBytes(12).toString('base64url') }
    const { password } = account
    const given = {
      ...post,
      centreId: post.role === 'centre_manager' || post.role === 'centre_seller' ? centreId : null,
      from: SINCE,
      to: null,
    }
    if (existing) {
      await linkLogin(container, email, existing.id)
      await mendPost(container, existing.id, given)
      await changeOfficialWorkflow(container).run({ input: { officialId: existing.id, password, by: BY } })
    } else {
      const input = { name, email, password, posts: [given], sample: true, by: BY }
      await createOfficialWorkflow(container).run({ input })
    }
    accounts.push(account)
  }
  return accounts
}

/** Ties the login to its official, when a run was killed between making the one and the other. */
async function linkLogin(container: MedusaContainer, email: string, officialId: string): Promise<void> {
  const auth = container.resolve(Modules.AUTH)
  const [login] = await auth.listAuthIdentities({ provider_identities: { entity_id: email, provider: 'emailpass' } })
  if (!login || login.app_metadata?.official_id === officialId) return
  await auth.updateAuthIdentities({ id: login.id, app_metadata: { ...login.app_metadata, official_id: officialId } })
}

/** Gives the post, when a run was killed between making the official and giving it. */
async function mendPost(container: MedusaContainer, officialId: string, post: NewPost): Promise<void> {
  const posts = await shopRows(container, {
    entity: 'official_post',
    fields: ['id'],
    filters: { official_id: officialId },
  })
  if (posts.length === 0) await givePostWorkflow(container).run({ input: { officialId, post, by: BY } })
}
