import fc from 'fast-check'
import { layOut } from './compose'
import type { DispatchKinds } from './kinds'
import { isDispatchKind, wordsOf } from './words'

const SAMPLES: DispatchKinds = {
  order_placed: { displayNo: 'SL-2611-0001AB', total: 320_000, method: 'bank_transfer', payBy: '2026-11-24T03:00:00Z' },
  order_paid: { displayNo: 'SL-2611-0001AB', total: 320_000 },
  order_expired: { displayNo: 'SL-2611-0001AB' },
  order_to_confirm: { displayNo: 'SL-2611-0001AB', total: 320_000 },
  order_confirmed: { displayNo: 'SL-2611-0001AB', producer: 'HTX Chè' },
  parcel_shipped: { displayNo: 'SL-2611-0001AB', producer: 'HTX Chè', carrier: 'Viettel Post', trackingNo: 'VT1' },
  parcel_delivered: { displayNo: 'SL-2611-0001AB', producer: 'HTX Chè' },
  parcel_refused: { displayNo: 'SL-2611-0001AB', producer: 'HTX Chè' },
  order_canceled: { displayNo: 'SL-2611-0001AB', producer: null, reason: 'Hết hàng', refund: 320_000 },
  refund_asked: { displayNo: 'SL-2611-0001AB', amount: 320_000 },
  refund_account_given: { displayNo: 'SL-2611-0001AB', amount: 320_000, account: 'Vietcombank •••6789' },
  refund_account_needed: { displayNo: 'SL-2611-0001AB', amount: 320_000 },
  refund_done: { displayNo: 'SL-2611-0001AB', amount: 320_000 },
  review_hidden: { product: 'Chè Shan', producer: 'HTX Chè', reason: 'là lời quảng cáo' },
  listing_reviewed: { product: 'Chè Shan', accepted: false, note: 'Giá thiếu số 0' },
  return_answered: { displayNo: 'SL-2611-0001AB', accepted: false, note: 'Quá hạn' },
  message_received: { displayNo: 'SL-2611-0001AB', from: 'HTX Chè' },
  message_hidden: { displayNo: 'SL-2611-0001AB', reason: 'có lời xúc phạm' },
  password_reset: { hours: 2 },
  email_confirmation: { hours: 24 },
  member_invitation: { producer: 'HTX Chè', invitedBy: 'Bà Lan', days: 7 },
  application_answered: { producer: 'HTX Chè', accepted: true, note: '' },
  dispute_answered: { displayNo: 'SL-2611-0001AB', decision: 'Hoàn một nửa.' },
  review_answered: { product: 'Chè Shan', producer: 'HTX Chè' },
  stay_asked: { product: 'Homestay Nặm Đíp', from: '2026-12-05', to: '2026-12-07', guests: 4 },
  stay_received: { product: 'Homestay Nặm Đíp', producer: 'HTX Du lịch', from: '2026-12-05', to: '2026-12-07' },
  stay_offered: { product: 'Homestay Nặm Đíp', producer: 'HTX Du lịch', price: 1_200_000, until: '2026-11-30' },
  stay_declined: {
    ...{ product: 'Homestay Nặm Đíp', producer: 'HTX Du lịch', from: '2026-12-05', to: '2026-12-05' },
    reason: 'Nhà đang sửa mái',
  },
  stay_accepted: {
    ...{ product: 'Homestay Nặm Đíp', producer: 'HTX Du lịch', from: '2026-12-05', to: '2026-12-07' },
    price: 1_200_000,
  },
  stay_withdrawn: { product: 'Homestay Nặm Đíp', from: '2026-12-05', to: '2026-12-07' },
  stay_expired: {
    ...{ product: 'Homestay Nặm Đíp', producer: 'HTX Du lịch', from: '2026-12-05', to: '2026-12-07' },
    answered: false,
  },
  star_changed: { product: 'Chè Shan', change: 'revoked', stars: null },
  agreement_proposed: { centre: 'Trung tâm xúc tiến', percent: '12,5' },
  agreement_ended: { centre: 'Trung tâm xúc tiến', lastDay: '31/12/2026' },
  payout_sent: { period: 'tháng 11/2026', amount: 9_000_000 },
}

it.each(Object.keys(SAMPLES) as (keyof DispatchKinds)[])('%s has whole sentences in both languages', (kind) => {
  expect(isDispatchKind(kind)).toBe(true)
  for (const locale of ['vi', 'en'] as const) {
    const { subject, paragraphs, action } = wordsOf(kind, SAMPLES[kind] as never, locale)
    const { text, html } = layOut({ subject, paragraphs, action }, 'https://saolang.example/x')
    expect(subject.length).toBeGreaterThan(8)
    expect(paragraphs.length).toBeGreaterThan(0)
    expect(`${subject}${text}${html}`).not.toMatch(/undefined|\[object|NaN|null/)
    for (const paragraph of paragraphs) expect(text).toContain(paragraph)
    expect(text).toContain('https://saolang.example/x')
  }
})

it('says amounts as people in Vietnam write them, and the moment at +07', () => {
  const { paragraphs } = wordsOf('order_placed', SAMPLES.order_placed, 'vi')
  expect(paragraphs.join(' ')).toContain('320.000 ₫')
  expect(paragraphs.join(' ')).toContain('10:00 ngày 24/11/2026')
})

it('whatever a name holds, the subject stays one line and the page holds no tag of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const injected = `${name}\r\nBcc: a@b.example\n<script>`
      const words = wordsOf('review_answered', { product: injected, producer: injected }, 'vi')
      expect(words.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
      expect(layOut(words, null).html).not.toContain('<script')
    }),
  )
})
