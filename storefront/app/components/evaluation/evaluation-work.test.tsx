import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Locale } from '#app/i18n/locale.ts'
import { LocaleContext } from '#app/i18n/use-locale.ts'
import type { FormCriterion, ItemView, SheetLine, SittingPage } from '#app/lib/evaluation/types.ts'
import { CriterionField } from './criterion-field.tsx'
import { SittingItem } from './sitting-item.tsx'

const drawn = (element: React.ReactNode, locale: Locale = 'vi') =>
  renderToStaticMarkup(<LocaleContext.Provider value={locale}>{element}</LocaleContext.Provider>)

const sheet = (member: string, change: Partial<SheetLine> = {}): SheetLine => ({
  ...{ id: `sheet_${member}`, memberId: `cmem_${member}`, member, scoringRound: 1, state: 'draft' as const },
  ...{ conflictGround: null, excludedReason: null, open: null, own: false, ...change },
})
const item = (change: Partial<ItemView> = {}): ItemView => ({
  ...{ id: 'sitem_1', position: 1, state: 'scoring' as const, scoringRound: 1, rescoreNotes: [], disagrees: false },
  evaluation: {
    ...{ id: 'eval_1', version: 4, state: 'sitting', product: 'Mật ong rừng', producer: 'HTX Sơn Trà', kind: 'first' },
    ...{ setNo: 4, outcome: null, points: null, stars: null, draftedIn: null },
  },
  progress: { seats: 2, submitted: 1, waiting: 1, conflict: 0, absent: 0 },
  sheets: [sheet('An', { state: 'submitted' }), sheet('Bình')],
  result: null,
  ...change,
})
const page: Pick<SittingPage, 'conflictGrounds' | 'spreadLimit' | 'rights'> = {
  conflictGrounds: [{ code: 'family', vi: 'là người thân của chủ thể', en: 'is a relative of the holder' }],
  spreadLimit: 10,
  rights: { prepare: true, draft: true },
}

test('before all sheets are in the secretary sees who has handed in, and not what', () => {
  const html = drawn(<SittingItem item={item()} page={page} mode="meeting" />)
  expect(html).toContain('Đã nộp 1/2 phiếu')
  expect(html.match(/Niêm phong/g)).toHaveLength(2)
  expect(html).not.toContain('Chốt kết quả')
})

test('a spread above the limit offers another round, and no result', () => {
  const result = {
    ...{ mean: 90, stars: null, certified: false, spread: 14, rescore: true },
    sentences: { vi: ['Chênh 14 điểm.'], en: ['14 points apart.'] },
  }
  const open = { points: 97, opinion: 'Tốt', stance: null }
  const html = drawn(
    <SittingItem
      item={item({
        ...{ state: 'revealed', result, sheets: [sheet('An', { state: 'submitted', open })] },
        evaluation: { ...item().evaluation, state: 'scored' },
      })}
      page={page}
      mode="meeting"
    />,
  )
  expect(html).toContain('Nội dung đã trao đổi: Mật ong rừng')
  expect(html).toContain('14 điểm (mức cho phép 10)')
  expect(html).toContain('97')
  expect(html).not.toContain('Chốt kết quả')
})

test('who has no part in preparing it gets no forms', () => {
  const html = drawn(
    <SittingItem item={item()} page={{ ...page, rights: { prepare: false, draft: false } }} mode="meeting" />,
  )
  expect(html).not.toContain('<form')
})

test('a criterion shows its options, what the producer gives itself, and what is saved', () => {
  const criterion: FormCriterion = {
    ...{ id: 'q26-04-1.1', code: '1.1', title: 'Nguồn gốc', max: 3, note: null, papers: [] },
    options: [
      { id: 'o1', points: 1, label: 'Dưới 50%', minForStar: null },
      { id: 'o3', points: 3, label: '75–100%', minForStar: 4 },
    ],
    self: { optionId: 'o3', points: 3, note: 'Nuôi tại xã' },
  }
  const html = drawn(<CriterionField criterion={criterion} picked="o1" />)
  expect(html).toContain('1.1 Nguồn gốc (tối đa 3)')
  expect(html).toContain('Tối thiểu cho 4 sao')
  expect(html).toContain('Chủ thể tự chấm: 3 điểm')
  expect(html).toMatch(/checked="" ?value="o1"|value="o1" checked=""/)
  expect(drawn(<CriterionField criterion={criterion} picked={null} />)).toMatch(
    /checked="" ?value="none"|value="none" checked=""/,
  )
})
