import type { Recognition, RecognitionState, VerdictName, VerdictResponse } from '@sao-lang/traceability/verify'
import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import type { ScanResult } from '#app/lib/trace/scan-page.server.ts'
import type { ScratchResult } from '#app/lib/trace/scratch.server.ts'
import { UnknownPage } from './unknown-page.tsx'
import { VerdictPage } from './verdict-page.tsx'

const place = {
  provinceCode: '82',
  provinceName: 'Đồng Tháp',
  communeCode: '30001',
  communeName: 'Xã Mỹ Quý',
  legacyName: 'xã Mỹ Quý, huyện Tháp Mười, tỉnh Đồng Tháp',
}
const recognition: Recognition = {
  ref: 'rec-1',
  stars: 4,
  points: 82,
  rubricVersion: '781/2020',
  decisionNumber: '0000/QĐ-UBND',
  decisionDate: '2025-03-14',
  authority: 'UBND tỉnh Đồng Tháp',
  validFrom: '2025-03-14',
  validTo: '2028-03-13',
  revokedOn: null,
  extendedTo: null,
  suspensions: [],
  sample: true,
}
const valid: RecognitionState = { status: 'valid', stars: 4, recognition, lapsedOn: null, transitional: false }
const lapsed = (status: 'suspended' | 'expired' | 'revoked'): RecognitionState => ({
  status,
  stars: null,
  recognition,
  lapsedOn: '2026-11-21',
  transitional: false,
})

function answer(verdict: VerdictName, overrides: Partial<VerdictResponse> = {}): VerdictResponse {
  return {
    verdict,
    reasons: [],
    code: '0K7QM2X9RTD4P8HJ',
    checkedAt: '2026-11-22T02:00:00Z',
    unit: { index: 4, status: 'active', voidReason: null, earlierChecks: 0, firstCheckedAt: null },
    batch: { batchNo: 1, size: 952, issuedAt: '2026-11-10T02:00:00Z' },
    lot: {
      ref: 'lot-1',
      lotCode: 'HS-2611-03',
      packedOn: '2026-11-11',
      bestBefore: '2027-05-11',
      quantity: { value: 952, unit: 'gói' },
      status: 'packed',
      recall: null,
      sourceAreas: [
        {
          ref: 'area-1',
          name: 'Vùng sen Tháp Mười',
          place,
          areaHectares: 42.5,
          growers: 31,
          certificates: [
            { name: 'VietGAP', number: 'VG-1', issuer: null, validTo: '2027-06-30', confidence: 'tested' },
          ],
          confidence: 'commune_confirmed',
          sample: true,
        },
      ],
      journey: [
        {
          step: 'packing',
          occurredAt: '2026-11-11T03:00:00Z',
          place: null,
          note: null,
          quantity: { value: 952, unit: 'gói' },
          confidence: 'self_declared',
        },
        {
          step: 'harvesting',
          occurredAt: '2026-11-01T23:30:00Z',
          place,
          note: null,
          quantity: { value: 1240, unit: 'kg' },
          confidence: 'commune_confirmed',
        },
      ],
      sample: true,
    },
    passport: {
      productRef: 'prod-1',
      version: 1,
      product: {
        handle: 'hat-sen-say',
        name: { vi: 'Hạt sen sấy', en: 'Dried lotus seeds' },
        sector: 'food',
        netContent: '250 g',
        ingredients: 'Hạt sen',
        allergens: 'Đậu phộng',
        storage: 'Nơi khô mát',
        usage: null,
        warning: 'Trẻ dưới 3 tuổi dễ hóc',
        standard: null,
        story: { vi: 'Mùa nước nổi.', en: null },
        picture: null,
        withdrawn: false,
      },
      producer: {
        ref: 'p-1',
        handle: 'nam-huy',
        name: 'Công ty TNHH Nam Huy',
        legalForm: 'llc',
        address: null,
        phone: '0277 3 000 000',
        place,
      },
      recognitions: [recognition],
      sample: ['recognition', 'story'],
      source: 'Kế hoạch OCOP 2021',
    },
    recognition: { today: valid, onPackingDay: valid },
    ...overrides,
  }
}

// A router on the server complains about effects; what these pages need of it is an address.
vi.mock('@remix-run/react', () => ({
  Link: ({ to, children }: { to: string; children: ReactNode }) => <a href={to}>{children}</a>,
}))

function words(element: ReactElement): string {
  return renderToStaticMarkup(element)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
}
const page = (given: VerdictResponse) => words(<VerdictPage answer={given} requestId="request-0001" />)
const unknown = (result: ScanResult) => words(<UnknownPage result={result} requestId="request-0001" />)

describe('the answer to a scan', () => {
  it('says in this order: code, stars today and on the packing day, who, lot, raw material, journey, story, care, next', () => {
    const text = page(answer('genuine'))
    const order = [
      'Mã này do chủ thể phát hành',
      'còn hiệu lực đến 13/03/2028',
      'Ngày đóng gói 11/11/2026: 4 sao',
      'Công ty TNHH Nam Huy',
      'trước 1/7/2025: xã Mỹ Quý, huyện Tháp Mười',
      'HS-2611-03 Dữ liệu minh hoạ',
      'Vùng sen Tháp Mười',
      'Hành trình của gói hàng',
      'Mùa nước nổi.',
      'Trẻ dưới 3 tuổi dễ hóc',
      'Mua lại',
      'request-0001',
    ].map((part) => text.indexOf(part))
    expect(order.every((at) => at >= 0)).toBe(true)
    expect([...order].sort((a, b) => a - b)).toEqual(order)
  })

  it('tells the journey from the field on, each day as it was in Vietnam', () => {
    const text = page(answer('genuine'))
    expect(text.indexOf('Thu hoạch')).toBeLessThan(text.indexOf('Đóng gói', text.indexOf('Hành trình')))
    expect(text).toContain('02/11/2026')
  })

  it('an expired recognition says since when and shows no valid star', () => {
    const text = page(answer('expired_recognition', { recognition: { today: lapsed('expired'), onPackingDay: valid } }))
    expect(text).toContain('Hết hiệu lực từ ngày 21/11/2026')
    expect(text).toContain('được đóng gói khi còn hạn: ngày 11/11/2026, công nhận 4 sao còn hiệu lực')
    expect(text).not.toContain('còn hiệu lực đến')
  })

  it('a recognition taken back is told apart from one that ran out', () => {
    const text = page(answer('expired_recognition', { recognition: { today: lapsed('revoked'), onPackingDay: valid } }))
    expect(text).toContain('đã thu lại hạng sao')
  })

  it('a suspended recognition says so, shows no valid star, and leaves the package lawful', () => {
    const text = page(
      answer('expired_recognition', { recognition: { today: lapsed('suspended'), onPackingDay: valid } }),
    )
    expect(text).toContain('tạm đình chỉ hạng sao từ ngày 21/11/2026')
    expect(text).toContain('được đóng gói khi còn hạn')
    expect(text).not.toContain('còn hiệu lực đến')
  })

  it('a transitional extension is called one, with its last day', () => {
    const today = { ...valid, transitional: true, recognition: { ...recognition, extendedTo: '2029-05-01' } }
    expect(page(answer('genuine', { recognition: { today, onPackingDay: valid } }))).toContain(
      'OCOP 4 sao, gia hạn chuyển tiếp đến 01/05/2029 trong lúc chờ đánh giá lại',
    )
  })

  it('a recall says why and what to do, and does not invite to buy again', () => {
    const lot = answer('recalled').lot
    const recall = { at: '2026-11-20T04:00:00Z', reason: 'Độ ẩm vượt mức.', advice: 'Không ăn. Giữ nguyên gói.' }
    const text = page(answer('recalled', { lot: lot && { ...lot, status: 'recalled', recall } }))
    expect(text).toContain('Lý do: Độ ẩm vượt mức.')
    expect(text).toContain('Không ăn. Giữ nguyên gói.')
    expect(text).not.toContain('Mua lại')
  })

  it('a voided label vouches for nothing: no stars, no lot, no journey', () => {
    const unit = { index: 4, status: 'void' as const, voidReason: 'In hỏng', earlierChecks: 0, firstCheckedAt: null }
    const text = page(answer('void', { unit }))
    expect(text).toContain('Tem này đã bị hủy')
    expect(text).toContain('Lý do ghi trong sổ: In hỏng.')
    for (const part of ['còn hiệu lực', 'Hành trình', 'HS-2611-03']) expect(text).not.toContain(part)
  })

  it('an issued label whose product is not known yet is still answered', () => {
    const text = page(answer('genuine', { passport: null, recognition: null, lot: null }))
    expect(text).toContain('Chủ thể chưa gửi thông tin sản phẩm')
  })

  it('a code checked on many devices asks to compare and accuses nobody', () => {
    const unit = { index: 4, status: 'active' as const, voidReason: null, earlierChecks: 37 }
    const text = page(answer('genuine', { unit: { ...unit, firstCheckedAt: '2026-11-12T20:00:00Z' } }))
    expect(text).toContain('37 thiết bị khác, lần đầu ngày 13/11/2026')
    expect(text).toContain('so kỹ tên, lô và ngày đóng gói')
  })

  it('a code checked where one package cannot be says where and when, and calls nothing counterfeit', () => {
    const unit = answer('suspect').unit
    const area = (provinceName: string | null, checks: number) => ({
      provinceCode: provinceName === null ? null : provinceName,
      provinceName,
      checks,
      firstAt: '2026-11-12T20:00:00Z',
      lastAt: '2026-11-14T02:00:00Z',
    })
    const alert = {
      kind: 'copied' as const,
      since: '2026-11-14T02:00:00Z',
      areas: [area('Đồng Tháp', 12), area(null, 3)],
    }
    const text = page(
      answer('suspect', {
        unit: unit && { ...unit, alert },
        reasons: ['checked_elsewhere_since:2026-11-14T02:00:00Z'],
      }),
    )
    expect(text).toContain('Mã này cần được xem lại')
    expect(text).toContain('Từ ngày 14/11/2026, mã này được kiểm tra ở nhiều nơi')
    expect(text).toContain('Đồng Tháp: 12 lượt, từ 13/11/2026 đến 14/11/2026')
    expect(text).toContain('Nơi không rõ: 3 lượt')
    expect(text).toContain('so tên, số lô và hạn dùng')
    expect(text).not.toContain('Mua lại')
  })

  it.each([
    ['suspect', 'not_yet_commissioned', 'chưa báo đưa vào sử dụng'],
    ['suspect', 'unit_stolen:2026-11-14T02:00:00Z', 'đã báo mất'],
    ['suspect', 'unit_locked', 'tạm giữ'],
    ['genuine', 'already_sold:2026-11-14T20:00:00Z', 'đã được ghi nhận bán ngày 15/11/2026'],
    ['genuine', 'returned:2026-11-14T20:00:00Z', 'trả lại ngày 15/11/2026'],
    ['genuine', 'shown_in_public_since:2026-11-14T20:00:00Z', 'xuất hiện trên truyền hình'],
  ] as const)('%s for the reason %s says so in a sentence', (verdict, reason, sentence) => {
    expect(page(answer(verdict, { reasons: [reason, 'unknown_word'] }))).toContain(sentence)
  })

  it('a destroyed package and a reprinted label are told apart from a voided one', () => {
    const unit = answer('void').unit
    const destroyed = page(
      answer('void', { unit: unit && { ...unit, status: 'destroyed' }, reasons: ['unit_destroyed'] }),
    )
    expect(destroyed).toContain('đã được ghi nhận là tiêu hủy')
    expect(destroyed).not.toContain('Chủ thể đã hủy tem này, nên')
    const reprinted = page(
      answer('void', { unit: unit && { ...unit, status: 'void' }, reasons: ['unit_void', 'replaced_by_reprint'] }),
    )
    expect(reprinted).toContain('Tem này đã được in lại')
  })

  it('goods past their date say so', () => {
    const lot = answer('genuine').lot
    expect(page(answer('genuine', { lot: lot && { ...lot, bestBefore: '2026-11-21' } }))).toContain('đã quá hạn')
  })
})

describe('when there is nothing in the register', () => {
  it('an unknown code says so and what to compare', () => {
    const text = unknown({ kind: 'verdict', answer: answer('not_issued_here', { lot: null, passport: null }) })
    expect(text).toContain('Không có mã này trong sổ tem')
    expect(text).toContain('0K7Q-M2X9-RTD4-P8HJ')
  })
  it('a short code says how many characters are missing', () =>
    expect(unknown({ kind: 'unreadable', typed: { kind: 'incomplete', shown: '0K7Q', count: 4 } })).toContain(
      'Mã trên tem có 16 ký tự; mã bạn nhập có 4.',
    ))
  it('a register that does not answer is unknown, never genuine', () => {
    const text = unknown({ kind: 'unavailable', code: '0K7QM2X9RTD4P8HJ' })
    expect(text).toContain('Chưa kiểm tra được mã này')
    expect(text).not.toContain('do chủ thể phát hành')
  })
})

describe('where a lot came from', () => {
  const node = (
    lotNo: string,
    name: string,
    kind: 'raw' | 'intermediate' | 'product',
    producer: string | null = null,
  ) => ({
    ...{ lotNo, lotCode: `L-${lotNo}`, kind, name, quantity: { value: 40, unit: 'kg' }, producer },
  })
  const genealogy = {
    lots: [
      node('3', 'Hạt sen sấy', 'product'),
      node('1', 'Sen tươi', 'raw', 'HTX Sen'),
      node('2', 'Hạt sen', 'intermediate'),
    ],
    steps: [
      { step: 'peeling', occurredAt: '2026-11-01T01:00:00Z', from: ['1'], to: '2', yield: 0.5 },
      { step: 'packing', occurredAt: '2026-11-02T01:00:00Z', from: ['2'], to: '3', yield: null },
    ],
  }
  const given = answer('genuine')
  const html = renderToStaticMarkup(
    <VerdictPage
      answer={{
        ...given,
        batch: given.batch && { ...given.batch, lotNo: '0198-lot' },
        lot: given.lot && { ...given.lot, genealogy },
      }}
      requestId="request-0001"
    />,
  )

  it('is a picture with a name, and the same in words for whoever cannot see it', () => {
    expect(html).toMatch(/<svg role="img" aria-label="Sơ đồ nguồn gốc lô hàng, 3 lô/)
    expect(html).toContain('Sen tươi (lô L-1, 40\u00a0kg, từ HTX Sen)')
    expect(html).toContain('thu được 50%')
  })

  it('leads to proofs and exports, and to the form for problems', () => {
    for (const href of [
      '/credentials/by-recognition/rec-1',
      '/log/proof/label-batch/1',
      '/trace/export/lots/0198-lot.jsonld',
      '/trace/export/lots/0198-lot/tt02.csv',
      '/trace/export/products/prod-1.csv',
      '/doi-chung',
      '/bao-van-de?ma=0K7QM2X9RTD4P8HJ',
    ]) {
      expect(html).toContain(`href="${href}"`)
    }
  })
})

describe('the hidden code of a label', () => {
  const given = answer('genuine')
  const label = { ...given, batch: given.batch && { ...given.batch, scratch: true } }
  const said = (result: ScratchResult | null) =>
    words(<VerdictPage answer={label} requestId="request-0001" scratch={result} />)
  const outcome = (result: 'confirmed' | 'already_confirmed' | 'wrong' | 'locked', triesLeft: number | null = null) =>
    said({
      kind: 'answered',
      answer: {
        ...{ result, triesLeft, confirmedAt: '2026-11-22T01:00:00Z', provinceName: 'Đồng Tháp' },
        lockedUntil: '2026-11-23T01:00:00Z',
      },
    })

  it('is asked for by POST, and only where the label has one', () => {
    const html = renderToStaticMarkup(<VerdictPage answer={label} requestId="request-0001" />)
    expect(html).toMatch(/<form method="post"[^>]*>(?:(?!<\/form>).)*name="scratch"/)
    expect(page(answer('genuine'))).not.toContain('lớp cào')
  })

  it.each([
    ['confirmed', null, 'Bạn là người đầu tiên xác nhận tem này. Đã ghi nhận lúc 22/11/2026, 08:00.'],
    ['already_confirmed', null, 'đã có người xác nhận trước. Lần đầu lúc 22/11/2026, 08:00, tại Đồng Tháp.'],
    ['wrong', 3, 'Mã chưa khớp. Còn 3 lần nhập.'],
    ['wrong', 0, 'Mã chưa khớp. Tem tạm khóa một ngày.'],
    ['locked', null, 'Hãy thử lại sau 23/11/2026, 08:00.'],
  ] as const)('%s with %s tries left', (result, left, sentence) => expect(outcome(result, left)).toContain(sentence))

  it.each([
    ['malformed', 'lần này chưa tính là nhập sai'],
    ['too_many', 'Bạn nhập nhanh quá'],
    ['unavailable', 'Chưa xác nhận được lúc này'],
  ] as const)('%s costs no try and says so', (kind, sentence) => expect(said({ kind })).toContain(sentence))
})
