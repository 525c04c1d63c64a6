import { randomBytes } from 'node:crypto'
import type { MedusaContainer } from '@medusajs/framework/types'
import { checkFile } from '@sao-lang/backend/evidence/checked-file'
import { inTransaction } from '@sao-lang/backend/money/in-transaction'
import { sendBackApplication } from '@sao-lang/backend/sellers/decide-application'
import {
  addSellerPaper,
  beginApplication,
  saveApplication,
  submitApplication,
} from '@sao-lang/backend/sellers/edit-application'
import { replaceAccountIn } from '@sao-lang/backend/sellers/replace-account'
import { createProducerMemberWorkflow } from '@sao-lang/backend/workflows/producer/workflows/create-producer-member'
import sharp from 'sharp'

const COMMON = { terms: true, privacy: true, bankBin: '970405' }

/** Illustrative: no such businesses, numbers or accounts. */
const APPLICATIONS = [
  {
    name: 'Hộ kinh doanh Bánh phồng Cô Sáu (minh hoạ)',
    sentBack: false,
    body: {
      ...COMMON,
      legalForm: 'household',
      taxCode: '001085001234',
      street: 'Ấp minh hoạ 3',
      representative: 'Người đại diện minh hoạ',
      phone: '0900000001',
      email: 'don-1@saolang.example',
      goods: 'Bánh phồng tôm và khô cá lóc, mỗi tháng khoảng 200 gói.',
      bankNumber: '000000000001',
      bankHolder: 'CHU HO MINH HOA',
    },
  },
  {
    name: 'Tổ hợp tác Trà rừng Đầu Nguồn (minh hoạ)',
    sentBack: true,
    body: {
      ...COMMON,
      legalForm: 'cooperative_group',
      taxCode: '001085005678',
      street: 'Thôn minh hoạ 1',
      representative: 'Tổ trưởng minh hoạ',
      phone: '0900000002',
      email: 'don-2@saolang.example',
      goods: 'Chè rừng sao tay, hái vào vụ xuân và vụ thu.',
      bankNumber: '000000000002',
      bankHolder: 'TO TRUONG MINH HOA',
    },
  },
] as const

const HELPERS = [
  { name: 'Người đóng gói minh hoạ', email: 'dong-goi@saolang.example', role: 'packer' },
  { name: 'Kế toán minh hoạ', email: 'ke-toan@saolang.example', role: 'bookkeeper' },
] as const

/**
 * Applications to sell for the operator's queue, people of several roles, and verified accounts of the demo producers; all flagged as
 * illustrative. Run again it adds what is missing. In: ids of the producers with demo accounts.
 */
export async function seedSellers(container: MedusaContainer, producerIds: readonly string[]): Promise<void> {
  for (const application of APPLICATIONS) await seedApplication(container, application)
  const [first] = producerIds
  for (const { name, email, role } of HELPERS) {
    const known = await exists(container, 'SELECT 1 FROM producer_member WHERE email = ? AND deleted_at IS NULL', email)
    if (known || first === undefined) continue
    // Nobody signs in as them: the password is forgotten at once.
    const password = randomBytes(24).toString('base64url')
    await createProducerMemberWorkflow(container).run({
      input: { producerId: first, name, email, role, password, sample: true },
    })
  }
  for (const producerId of producerIds) {
    if (await exists(container, 'SELECT 1 FROM bank_account WHERE producer_id = ?', producerId)) continue
    await inTransaction(container, (sql) =>
      replaceAccountIn(sql, {
        ...{ payee: { kind: 'producer' as const, id: producerId } },
        ...{ bankBin: '970405', holder: 'TAI KHOAN MINH HOA', number: '000000000099' },
        ...{ givenBy: null, verifiedBy: 'seed', sample: true },
      }),
    )
  }
}

async function seedApplication(
  container: MedusaContainer,
  { name, body, sentBack }: (typeof APPLICATIONS)[number],
): Promise<void> {
  const whole = await exists(container, "SELECT 1 FROM seller_application WHERE name = ? AND state <> 'draft'", name)
  if (whole) return
  // A run that was killed half-way leaves a draft behind.
  await inTransaction(container, (sql) => sql.query('DELETE FROM seller_application WHERE name = ? AND sample', [name]))
  const [place] = await inTransaction(container, (sql) =>
    sql.query<{ code: string; province_code: string }>(
      'SELECT code, province_code FROM commune WHERE deleted_at IS NULL ORDER BY code LIMIT 1',
    ),
  )
  if (!place) throw new Error('seed: places have not been loaded')
  const id = await beginApplication(container, name, true)
  await saveApplication(container, id, { ...body, provinceCode: place.province_code, communeCode: place.code })
  const file = await checkFile(await drawing())
  await addSellerPaper(container, id, { kind: 'business_registration', title: 'giay-dang-ky-minh-hoa.jpg', file })
  await submitApplication(container, id)
  if (sentBack) {
    const reasons = [{ field: 'papers', reason: 'Ảnh giấy đăng ký bị mờ góc dưới, hãy chụp lại đủ bốn góc.' }]
    await sendBackApplication(container, { id, reasons, userId: 'seed' })
  }
}

async function exists(container: MedusaContainer, query: string, value: string): Promise<boolean> {
  const rows = await inTransaction(container, (sql) => sql.query(query, [value]))
  return rows.length > 0
}

async function drawing(): Promise<Buffer> {
  const text =
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="800"><rect width="600" height="800" fill="#f4efe4"/><text x="300" y="400" font-size="36" text-anchor="middle" fill="#555">Giấy minh hoạ</text></svg>'
  return await sharp(Buffer.from(text)).jpeg().toBuffer()
}
