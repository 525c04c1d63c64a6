import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Locale } from '#app/i18n/locale.ts'
import { LocaleContext } from '#app/i18n/use-locale.ts'
import { answersOf } from '#app/lib/dossier/answers.ts'
import { readConfirmForm } from '#app/lib/dossier/confirm-form.ts'
import { proposedReasons, reasonName, returnableItems, returnItemPath } from '#app/lib/dossier/return-items.ts'
import type { Criterion, Dossier } from '#app/lib/dossier/types.ts'
import { ConfirmForm } from './confirm-form.tsx'
import { CriterionFields } from './criterion-fields.tsx'
import { DossierReading } from './dossier-reading.tsx'
import { MissingList } from './missing-list.tsx'
import { ReturnNotes } from './return-notes.tsx'

const PAPER = {
  ...{ id: 'paper_1', kind: 'labour', title: 'Danh sách lao động', issuer: 'HTX', number: '12' },
  ...{ expiresOn: '2028-01-31', standing: 'valid', current: true, sha256: 'ab', verified: false },
}
const CRITERION: Criterion = {
  ...{ id: 'q26-11-3.3', code: '3.3', title: 'Lao động địa phương', max: 3, note: null, answered: true },
  options: [
    { id: 'o1', points: 1, label: '25% đến dưới 50% lao động trong xã', minForStar: null },
    { id: 'o2', points: 2, label: '50–75% lao động trong xã', minForStar: 4 },
  ],
  ...{ picked: 'o2', explanation: '18 trên 25 người', paperKinds: ['labour'], needsPaper: true, papers: [PAPER] },
}
const DOSSIER: Dossier = {
  ...{ id: 'doss_1', version: 4, state: 'returned', acts: ['edit', 'answer', 'withdraw'], kind: 'upgrade' },
  ...{ product: { id: 'prod_1', name: 'Chè Shan tuyết' }, rubricVersion: '26/2026', bands: [], standing: null },
  ...{ set: { no: 11, name: 'Chè', variants: [], variant: null, samples: 5 }, fit: 'open' },
  form: {
    ...{ representative: '', position: 'Chủ hộ', phone: '09', address: 'Thôn 1', businessNumber: '5' },
    ...{ description: 'Chè', capacity: '2 tấn', statements: { what_changed: 'Bao bì mới' } },
  },
  statements: [{ code: 'what_changed', vi: 'Nêu rõ thay đổi', en: 'Say what changed' }],
  points: { total: 2, sections: [], parts: [], variant: null, unanswered: [] },
  ...{ outlook: [], reached: null },
  sections: [
    {
      ...{ part: 'A', partTitle: 'Sản phẩm', code: '3', title: 'Sức mạnh cộng đồng', points: 2, max: 3, answered: 1 },
      criteria: [CRITERION],
    },
  ],
  required: [{ paper: 'food_safety', papers: [], vi: 'Phải có giấy an toàn thực phẩm', en: 'Food safety papers' }],
  story: { vi: 'Chuyện chè', en: '', pictures: [], publishedAt: null },
  missing: [
    { code: 'field', field: 'representative' },
    { code: 'paper', paper: 'food_safety', title: { vi: 'Phải có giấy an toàn thực phẩm', en: 'Food safety papers' } },
  ],
  ...{ receiptNumber: '1/PĐK-08-02260-2026', submittedAt: '2026-11-23T01:00:00.000Z', dueOn: '2026-12-14' },
  passedOnAt: null,
  returns: [
    {
      ...{ by: 'Cán bộ xã', at: '2026-11-23T02:00:00.000Z', deadline: '2026-12-01', answeredAt: null },
      items: [
        { what: 'criterion', ref: 'q26-11-3.3', reason: 'Danh sách thiếu chữ ký' },
        { what: 'field', ref: 'what_changed', reason: 'Ghi rõ hơn' },
      ],
    },
  ],
  confirms: [{ item: 'origin', vi: 'Nguồn gốc nguyên liệu', en: 'Origin', found: null }],
  sample: true,
}

function drawn(node: ReactNode, locale: Locale = 'vi'): string {
  return renderToStaticMarkup(<LocaleContext.Provider value={locale}>{node}</LocaleContext.Provider>)
}

test('a criterion shows its options with points and marks, its papers, and the answer on record', () => {
  const store = { papers: [PAPER], kinds: [{ code: 'labour', vi: 'Lao động', en: 'Labour' }] }
  const html = drawn(<CriterionFields criterion={CRITERION} store={store} typed={null} />)
  expect(html).toMatch(/name="pick:q26-11-3\.3" checked="" value="o2"|value="o2" checked=""/)
  expect(html).toContain('Chưa đạt phương án nào (0 điểm)')
  expect(html).toContain('2 điểm · Tối thiểu cho 4 sao')
  expect(html).toContain('Danh sách lao động')
  expect(html.match(/value="paper_1"/g)).toHaveLength(1)
})

test('after somebody else saved, what was typed stays and theirs stands beside it', () => {
  const form = new FormData()
  form.set('pick:q26-11-3.3', 'o1')
  const [typed] = answersOf(form, { criteria: [CRITERION] })
  const html = drawn(<CriterionFields criterion={CRITERION} store={null} typed={typed ?? null} />)
  expect(html).toContain('Bản người khác vừa lưu: 50–75% lao động trong xã')
  expect(html).toContain('Chưa tải được kho giấy tờ')
})

test('what is missing is a list of links for its producer, and of sentences for officials', () => {
  expect(drawn(<MissingList dossier={DOSSIER} />)).toContain('href="/chu-the/ho-so/doss_1/giay-to#giay-food_safety"')
  const official = drawn(<MissingList dossier={DOSSIER} linked={false} />, 'en')
  expect(official).toContain('2 things left')
  expect(official).not.toContain('href')
  expect(drawn(<MissingList dossier={{ ...DOSSIER, missing: [] }} />)).toContain('Hồ sơ đã đủ.')
})

test('a return names each thing with its reason and leads to where it is mended', () => {
  const html = drawn(<ReturnNotes dossier={DOSSIER} linked />)
  expect(html).toContain('Hạn bổ sung: hết ngày 01/12/2026')
  expect(html).toContain('href="/chu-the/ho-so/doss_1/tu-cham/3#tieu-chi-q26-11-3.3"')
  expect(html).toContain('href="/chu-the/ho-so/doss_1/thong-tin#field-statement.what_changed"')
  expect(html).toContain('Danh sách thiếu chữ ký')
})

test('an official reads everything, with a link to each paper', () => {
  const html = drawn(<DossierReading dossier={DOSSIER} />)
  for (const text of ['Bao bì mới', '18 trên 25 người', 'Chuyện chè', 'Chưa điền', 'Chưa kèm giấy tờ']) {
    expect(html).toContain(text)
  }
  expect(html).toContain('href="/can-bo/ho-so/doss_1/giay-to/paper_1"')
})

test('an item that is confirmed or denied needs a figure and a note', () => {
  const form = new FormData()
  expect(readConfirmForm(form, DOSSIER.confirms)).toEqual({ items: [], faults: {} })
  form.set('origin.confirmed', 'no')
  const { faults } = readConfirmForm(form, DOSSIER.confirms)
  expect(faults).toEqual({ 'origin.figure': 'errorFigure', 'origin.note': 'errorNote' })
  const html = drawn(<ConfirmForm dossier={DOSSIER} typed={{ 'origin.figure': '80%' }} errors={{ form: 'Sai' }} />)
  expect(html).toContain('Nguồn gốc nguyên liệu')
  expect(html).toContain('value="80%"')
})

test('what the dossier lacks is proposed as the reason to send it back, and every part can be named', () => {
  expect([...proposedReasons(DOSSIER, 'vi')]).toEqual([
    ['field.representative', 'Điền “Người đại diện theo pháp luật”.'],
    ['paper.food_safety', 'Kèm giấy bắt buộc. Phải có giấy an toàn thực phẩm.'],
  ])
  const items = returnableItems(DOSSIER)
  expect(new Set(items.map(reasonName)).size).toBe(items.length)
  for (const item of items) expect(returnItemPath(item, DOSSIER)).toMatch(/^\/chu-the\/ho-so\/doss_1\//)
})
