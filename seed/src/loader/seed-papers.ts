import { createHash } from 'node:crypto'
import type { MedusaContainer } from '@medusajs/framework/types'
import { readableDay } from '@sao-lang/backend/calendar/vietnam-moment'
import { addPaperWorkflow } from '@sao-lang/backend/workflows/papers/workflows/add-paper'
import { caseFilePdf } from '@sao-lang/traceability/exports/case-file-pdf'
import { shopRows } from './shop.ts'

const SAMPLE = 'dữ liệu minh hoạ'

interface SamplePaper {
  kind: string
  title: string
  issuer: string
  number: string
  issuedOn: string
  expiresOn: string | null
}

/** One of each standing: without expiry, in force for long, to be renewed soon, expired. Numbers and issuers are made up. */
const PAPERS: readonly SamplePaper[] = [
  {
    ...{ kind: 'business_registration', title: 'Giấy chứng nhận đăng ký kinh doanh' },
    ...{
      issuer: `Cơ quan đăng ký kinh doanh (${SAMPLE})`,
      number: 'MH-DK-0001',
      issuedOn: '2019-04-02',
      expiresOn: null,
    },
  },
  {
    ...{ kind: 'food_safety', title: 'Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm' },
    ...{ issuer: `Cơ quan quản lý chất lượng (${SAMPLE})`, number: 'MH-ATTP-0017' },
    ...{ issuedOn: '2024-01-16', expiresOn: '2027-01-15' },
  },
  {
    ...{ kind: 'origin', title: 'Hợp đồng liên kết vùng nguyên liệu' },
    ...{
      issuer: `Tổ hợp tác liên kết (${SAMPLE})`,
      number: 'MH-HD-0203',
      issuedOn: '2025-06-20',
      expiresOn: '2028-06-19',
    },
  },
  {
    ...{ kind: 'test_report', title: 'Phiếu kết quả kiểm nghiệm định kỳ' },
    ...{
      issuer: `Phòng kiểm nghiệm (${SAMPLE})`,
      number: 'MH-KN-1144',
      issuedOn: '2025-10-30',
      expiresOn: '2026-10-30',
    },
  },
]

/**
 * Puts sample papers into the stores of producers with demo accounts; a paper that is there already, by kind and number, is left
 * as it is. Their pages say that they are illustrative. In: producer ids. Out: how many were new.
 */
export async function seedPapers(container: MedusaContainer, producerIds: readonly string[]): Promise<number> {
  const filters = { producer_id: [...producerIds] }
  const members = await shopRows<{ id: string; producer_id: string }>(container, {
    entity: 'producer_member',
    fields: ['id', 'producer_id'],
    filters,
  })
  const known = await shopRows<{ producer_id: string; kind: string; number: string | null }>(container, {
    entity: 'paper',
    fields: ['producer_id', 'kind', 'number'],
    filters,
  })
  const there = new Set(known.map((row) => `${row.producer_id} ${row.kind} ${row.number}`))
  let made = 0
  for (const producerId of producerIds) {
    const member = members.find((row) => row.producer_id === producerId)
    if (!member) throw new Error(`seed: producer "${producerId}" has no demo account`)
    for (const paper of PAPERS) {
      if (there.has(`${producerId} ${paper.kind} ${paper.number}`)) continue
      await addPaperWorkflow(container).run({ input: await paperInput(producerId, member.id, paper) })
      made += 1
    }
  }
  return made
}

async function paperInput(producerId: string, memberId: string, paper: SamplePaper) {
  const { kind, title, issuer, number, issuedOn, expiresOn } = paper
  const bytes = await caseFilePdf({
    ...{ title, number, subtitle: 'Giấy này do hệ thống vẽ để minh hoạ, không do cơ quan nào cấp.', sample: true },
    sections: [
      {
        heading: 'Nội dung',
        facts: [
          ['Nơi cấp', issuer],
          ['Ngày cấp', readableDay(issuedOn)],
          ['Có giá trị đến', expiresOn === null ? 'Không ghi' : readableDay(expiresOn)],
        ],
      },
    ],
    ...{ photos: [], madeBy: 'Sao Làng', madeAt: readableDay(issuedOn) },
  })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    content: { filename: `private-giay-minh-hoa-${sha256.slice(0, 16)}.pdf`, content: bytes.toString('base64') },
    row: {
      ...{ producer_id: producerId, member_id: memberId, kind, title, issuer, number },
      ...{ issued_on: issuedOn, expires_on: expiresOn, source_area_ref: null, product_ref: null },
      ...{ pages: 1, bytes: bytes.length, sha256, media_type: 'application/pdf', sample: true },
    },
  }
}
