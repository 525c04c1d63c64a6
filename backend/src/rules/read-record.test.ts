import { readRuleRecord } from './read-record'
import { seedRuleRecords } from './testing/seed-rules'

const records = seedRuleRecords()
const of = (kind: string, from: string) => {
  const found = records.find((record) => record.kind === kind && record.validFrom === from)
  if (!found) throw new Error(`There is no ${kind} of ${from}.`)
  return structuredClone(found) as typeof found & { data: Record<string, unknown> }
}
const faultsOf = (value: unknown) => readRuleRecord(value).faults.map((fault) => fault.vi)

describe('a record of the rule book', () => {
  it.each(records.map((record) => [`${record.kind} ${record.key} from ${record.validFrom}`, record]))(
    'of the seed is in order: %s',
    (_, record) => {
      expect(readRuleRecord(record).faults).toEqual([])
    },
  )

  it('has the same hash whatever the order of its members, and another one for other content', () => {
    const given = of('windows', '2026-05-22')
    const turned = Object.fromEntries(Object.entries(given).reverse())
    expect(readRuleRecord(turned).record?.sha256).toBe(readRuleRecord(given).record?.sha256)
    const changed = { ...given, data: { ...given.data, communeWorkingDays: 16 } }
    expect(readRuleRecord(changed).record?.sha256).not.toBe(readRuleRecord(given).record?.sha256)
  })

  it('names the member that is wrong', () => {
    const given = of('windows', '2026-05-22')
    expect(faultsOf({ ...given, validFrom: '2026-02-30' })[0]).toMatch(/^validFrom: /)
    expect(faultsOf({ ...given, validTo: '2026-05-21' })).toEqual(['validTo: ngày cuối không trước ngày đầu'])
    expect(faultsOf({ ...given, data: { ...given.data, filing: { opens: 120, closes: 180 } } })).toEqual([
      'data: thời gian nộp hồ sơ phải mở trước khi đóng',
    ])
    expect(faultsOf({ ...given, data: { ...given.data, luck: 1 } })[0]).toMatch(/^data: .*luck/)
    expect(faultsOf({ ...given, kind: 'weather' })[0]).toMatch(/^kind: /)
    expect(faultsOf('not a record')).not.toEqual([])
    expect(faultsOf(null)).not.toEqual([])
  })

  it('is adopted under the version, format or year its content names', () => {
    const given = of('rubric', '2023-02-24')
    expect(faultsOf({ ...given, key: '148/2024' })).toEqual([
      'data.version: “148/2023”, key: “148/2024”; phải giống nhau',
    ])
    expect(faultsOf({ ...of('holidays', '2025-11-01'), key: '2027' })[0]).toContain('phải giống nhau')
  })

  it('that is a rubric names every sum that does not come out', () => {
    const given = of('rubric', '2026-05-22')
    const [first] = (given.data as { sets: { parts: { max: number; sections: { max: number }[] }[] }[] }).sets
    if (!first?.parts[0]?.sections[0]) throw new Error('The rubric has no section.')
    first.parts[0].sections[0].max = 19
    expect(faultsOf(given)).toEqual([
      'Bộ 1 phần A: các mục cộng lại 41, phải là 40',
      'Bộ 1 mục 1: các tiêu chí cộng lại 18, phải là 19',
    ])
  })

  it('that is a calendar has its days in its year, and works only for a day off', () => {
    const given = of('holidays', '2025-11-01')
    const data = { ...given.data, workedInstead: [{ date: '2026-10-10', for: '2026-10-12' }] }
    expect(faultsOf({ ...given, data })).toEqual(['data: ngày làm bù phải ứng với một ngày nghỉ'])
    expect(faultsOf({ ...given, data: { ...given.data, year: 2027 } })[0]).toContain('mọi ngày phải thuộc năm đó')
  })

  it('that gives a class to two levels is refused', () => {
    const given = of('authority', '2026-05-22')
    const stages = (given.data.stages as { decides: number[] }[]).map((stage) => ({ ...stage, decides: [3, 4, 5] }))
    expect(faultsOf({ ...given, data: { ...given.data, stages } })).toEqual([
      'data: 3, 4 và 5 sao, mỗi hạng do đúng một cấp quyết định',
    ])
  })
})
