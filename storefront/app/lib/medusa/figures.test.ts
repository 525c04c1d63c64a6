import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statisticsCsv } from './figure-export.ts'
import { rowsOfScope, scopesOf } from './figure-scopes.ts'
import { checkSum, sharePercent } from './figure-sums.ts'
import type { StatisticRow } from './statistics-types.ts'

const row = (overrides: Partial<StatisticRow> = {}): StatisticRow => ({
  id: 'TQ-01',
  title: 'Sản phẩm đạt từ 3 sao trở lên, theo hạng sao',
  titleEn: null,
  scope: { level: 'province', name: 'Tuyên Quang' },
  period: '2018-2020',
  asOf: '2020-12-31',
  isTarget: false,
  unit: 'sản phẩm',
  total: 79,
  dimension: 'stars',
  breakdown: [part('4 sao', 17), part('3 sao', 62)],
  facts: {},
  inconsistency: null,
  inconsistencyEn: null,
  note: null,
  noteEn: null,
  source: 'Báo cáo',
  quote: null,
  ...overrides,
})
function part(label: string, value: number | null) {
  return { key: label, label, value }
}

describe('the parts of a statistic are added up', () => {
  it('79 = 17 + 62', () => expect(checkSum(row())).toEqual({ kind: 'adds_up', sum: 79, stated: 79 }))
  it('names what a document leaves out: 33,657 tỷ against 4,7 + 0,7 + 24,882', () => {
    const breakdown = [part('Nhãn hiệu', 4.7), part('Tiêu chuẩn', 0.7), part('Nhà kho', 24.882)]
    expect(checkSum(row({ total: 33.657, breakdown }))).toEqual({
      kind: 'differs',
      sum: 30.282,
      stated: 33.657,
      difference: -3.375,
    })
  })
  it('adds shares exactly: 2,7 + 76,6 + 3,9 + 16,5 = 99,7', () => {
    const breakdown = [2.7, 76.6, 3.9, 16.5].map((value) => part(String(value), value))
    expect(checkSum(row({ total: 100, breakdown }))).toMatchObject({ sum: 99.7, difference: -0.3 })
  })
  it('does not add examples, for which the document states no total', () =>
    expect(checkSum(row({ total: null }))).toEqual({ kind: 'not_parts' }))
  it('does not add nothing', () => expect(checkSum(row({ breakdown: [] }))).toEqual({ kind: 'not_parts' }))
  it('any whole parts add up to their own sum', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1 }), (values) => {
        const total = values.reduce((sum, value) => sum + value, 0)
        const breakdown = values.map((value, index) => part(String(index), value))
        expect(checkSum(row({ total, breakdown })).kind).toBe('adds_up')
        expect(checkSum(row({ total: total + 1, breakdown }))).toMatchObject({ kind: 'differs', difference: -1 })
      }),
    )
  })
})

describe('shares', () => {
  it.each([
    [17, 79, 21.5],
    [0, 79, 0],
    [null, 79, null],
    [5, null, null],
    [5, 0, null],
  ])('%s of %s is %s', (value, total, share) => expect(sharePercent(value, total)).toBe(share))
})

describe('scopes', () => {
  const rows = [
    row({ id: 'X-01', scope: { level: 'cross-source', name: 'Tuyên Quang, Ia Grai, Đồng Tháp' } }),
    row({ id: 'DT-01', scope: { level: 'province', name: 'Đồng Tháp' } }),
    row(),
    row({ id: 'TQ-02' }),
    row({ id: 'VN-01', scope: { level: 'national', name: 'Việt Nam' } }),
  ]
  it('have plain addresses and counts: the country first, comparisons last, most figures first between', () =>
    expect(scopesOf(rows).map(({ slug, count }) => [slug, count])).toEqual([
      ['viet-nam', 1],
      ['tuyen-quang', 2],
      ['dong-thap', 1],
      ['doi-chieu', 1],
    ]))
  it('filter the rows, and order all of them', () => {
    expect(rowsOfScope(rows, 'tuyen-quang').map(({ id }) => id)).toEqual(['TQ-01', 'TQ-02'])
    expect(rowsOfScope(rows, null).map(({ id }) => id)).toEqual(['VN-01', 'TQ-01', 'TQ-02', 'DT-01', 'X-01'])
    expect(rowsOfScope(rows, 'khong-co')).toEqual([])
  })
})

describe('the CSV download', () => {
  it('has one line a part, with sum and source on each', () => {
    const lines = statisticsCsv([row()]).split('\r\n')
    expect(lines[0]?.startsWith('\ufeffid,title,scope_level')).toBe(true)
    expect(lines[1]).toBe(
      'TQ-01,"Sản phẩm đạt từ 3 sao trở lên, theo hạng sao",province,Tuyên Quang,2018-2020,2020-12-31,false,' +
        'sản phẩm,79,79,,part,4 sao,4 sao,17,,,Báo cáo,',
    )
    expect(lines).toHaveLength(4)
  })
  it('keeps a statistic that has neither parts nor single figures', () =>
    expect(statisticsCsv([row({ breakdown: [], total: null })]).split('\r\n')).toHaveLength(3))
  it('quotes quotes and line breaks, and never starts a formula', () => {
    const text = statisticsCsv([row({ title: '=SUM(A1) "x"\ny', breakdown: [] })])
    expect(text).toContain('"\'=SUM(A1) ""x""\ny"')
  })
})
