import { describe, expect, test } from 'vitest'
import { answersOf, noteName, papersName, pickName, picksOfAnswers } from './answers.ts'
import { liveScore } from './live-score.ts'
import { missingBySteps, missingPath, missingText } from './missing-text.ts'
import type { Criterion, Dossier, Missing } from './types.ts'

const criterion = (code: string, points: number[], marks: Record<number, 3 | 4 | 5> = {}): Criterion => ({
  ...{ id: `c-${code}`, code, title: `Tiêu chí ${code}`, max: Math.max(...points), note: null },
  options: points.map((each, at) => ({
    ...{ id: `c-${code}-${at}`, points: each, label: `Mức ${each}`, minForStar: marks[each] ?? null },
  })),
  ...{ answered: false, picked: null, explanation: '', paperKinds: [], needsPaper: false, papers: [] },
})
const section = (part: 'A' | 'B' | 'C', code: string, criteria: Criterion[]) => ({
  ...{ part, partTitle: part, code, title: `Mục ${code}`, points: 0, answered: 0, criteria },
  max: criteria.reduce((sum, { max }) => sum + max, 0),
})
const DOSSIER: Pick<Dossier, 'id' | 'set' | 'sections' | 'bands'> = {
  id: 'doss_1',
  set: { no: 4, name: 'Mật ong', variants: [], variant: null, samples: 5 },
  sections: [
    section('A', '1', [{ ...criterion('1.1', [1, 40], { 40: 4 }), answered: true, picked: 'c-1.1-0' }]),
    section('B', '4', [criterion('4.1', [0, 25])]),
    section('C', '6', [criterion('6.1', [0, 35])]),
  ],
  bands: [
    { stars: 5, min: 90, below: null, certified: true },
    { stars: 4, min: 70, below: 90, certified: true },
    { stars: 3, min: 50, below: 70, certified: true },
    { stars: 2, min: 30, below: 50, certified: false },
    { stars: 1, min: 0, below: 30, certified: false },
  ],
}

describe('a section reckons while it is filled in', () => {
  test('with the answers on record and those on the page', () => {
    expect(liveScore(DOSSIER, {}, '1')).toMatchObject({ total: 1, section: 1 })
    const live = liveScore(DOSSIER, { 'c-4.1': 'c-4.1-1', 'c-6.1': 'c-6.1-1' }, '4')
    expect([live.total, live.section]).toEqual([61, 25])
    expect(
      live.outlook.map(({ stars, pointsMissing, belowMinimum }) => [stars, pointsMissing, belowMinimum.length]),
    ).toEqual([
      [3, 0, 0],
      [4, 9, 1],
      [5, 29, 1],
    ])
  })

  test('the form says what is picked, what is none, and what is not answered', () => {
    const form = new FormData()
    form.set(pickName('c-1.1'), 'none')
    form.set(noteName('c-1.1'), ' Chưa đạt ')
    form.append(papersName('c-1.1'), 'p1')
    form.append(papersName('c-1.1'), 'p2')
    const [first] = DOSSIER.sections
    if (!first) throw new Error('no section')
    const answers = answersOf(form, first)
    expect(answers).toEqual([{ criterionId: 'c-1.1', optionId: null, note: 'Chưa đạt', paperIds: ['p1', 'p2'] }])
    expect(picksOfAnswers(answers)).toEqual({ 'c-1.1': null })
    expect(answersOf(new FormData(), first)).toEqual([{ criterionId: 'c-1.1', note: '', paperIds: [] }])
  })
})

describe('what is missing', () => {
  const about = { criterionId: 'c-4.1', criterion: '4.1', title: 'Khu vực phân phối', section: '4' }
  const all: Missing[] = [
    { code: 'fit', fit: 'early' },
    { code: 'holder' },
    { code: 'field', field: 'phone' },
    { code: 'statement', statement: 'market', title: { vi: 'Cập nhật thị trường', en: 'Update on the market' } },
    { code: 'variant' },
    { code: 'criterion', ...about },
    { code: 'evidence', ...about },
    { code: 'paper', paper: 'food_safety', title: { vi: 'An toàn thực phẩm', en: 'Food safety' } },
    { code: 'expired', place: 'criterion:c-6.1', title: 'Giấy', expiresOn: '2026-11-01' },
    { code: 'outdated', place: 'paper:food_safety', title: 'Giấy' },
    { code: 'story', letters: 12, least: 300 },
    { code: 'pictures', least: 1 },
  ]

  test('is one sentence each, in both languages', () => {
    for (const locale of ['vi', 'en'] as const) {
      for (const each of all) expect(missingText(each, locale)).toMatch(/^\S.*\.$/)
    }
    expect(missingText({ code: 'field', field: 'phone' }, 'vi')).toBe('Điền “Điện thoại”.')
  })

  test('leads to where it is mended', () => {
    expect(all.map((each) => missingPath(each, DOSSIER)?.replace('/chu-the/ho-so/doss_1/', ''))).toEqual([
      'nop#rut',
      undefined,
      'thong-tin#field-phone',
      'thong-tin#field-statement.market',
      'thong-tin#field-variant',
      'tu-cham/4#tieu-chi-c-4.1',
      'tu-cham/4#tieu-chi-c-4.1',
      'giay-to#giay-food_safety',
      'tu-cham/6#tieu-chi-c-6.1',
      'giay-to#giay-food_safety',
      'cau-chuyen',
      'cau-chuyen',
    ])
    expect(missingBySteps(all)).toEqual({ form: 5, scores: 3, papers: 2, story: 2 })
  })
})
