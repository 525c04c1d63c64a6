import { mapSet, parseProductCode, type RuleRecord, routeOf } from '@sao-lang/traceability/verify/rating'
import { isApiError } from '../http/api-error'
import { RuleBook } from './rules'
import { seedRulesOn } from './testing/seed-rules'

describe('the rules of a day', () => {
  it('are those in force: a version ends the day before the next one begins', () => {
    expect(seedRulesOn('2021-05-01').rubric.version).toBe('781/2020')
    expect(seedRulesOn('2023-02-23').rubric.version).toBe('781/2020')
    expect(seedRulesOn('2023-02-24').rubric.version).toBe('148/2023')
    expect(seedRulesOn('2026-05-21').rubric.version).toBe('148/2023')
    expect(seedRulesOn('2026-05-22').rubric.version).toBe('26/2026')
  })

  it('know an earlier version of the criteria all the same', () => {
    expect(seedRulesOn('2026-11-23').rubricOf('781/2020').detail).toBe('criteria-only')
  })

  it('say who decides by the period: QĐ 148 gave 3 stars to the district, QĐ 1489 and 26/2026 to the province', () => {
    const decides = (day: string, points: number) => {
      const rules = seedRulesOn(day)
      return routeOf(rules.authority, points, seedRulesOn('2026-11-23').rubric.bands).decidedBy
    }
    expect(decides('2022-01-01', 60)).toBe('province')
    expect(decides('2024-01-01', 60)).toBe('district')
    expect(decides('2024-01-01', 80)).toBe('province')
    expect(decides('2025-07-01', 60)).toBe('province')
    expect(decides('2026-11-23', 95)).toBe('central')
  })

  it('read product codes of all forms and give new ones in the form in force', () => {
    const rules = seedRulesOn('2026-11-23')
    expect(rules.productCode.format).toBe('new')
    expect(parseProductCode('83-829-28780-3-2022', rules.productCodes)).toMatchObject({ format: 'old', serial: 3 })
    expect(seedRulesOn('2024-01-01').productCode.format).toBe('old')
  })

  it('lead a set of 2020 to the sets of today', () => {
    expect(mapSet(seedRulesOn('2026-11-23').taxonomies, '781/2020', 13, '26/2026')).toEqual([11, 12])
  })

  it('count working days by the holidays on record', () => {
    const rules = seedRulesOn('2026-11-23')
    expect(rules.workingDayAfter('2026-04-24', 1)).toBe('2026-04-28')
    expect(rules.isWorkingDay('2026-08-22')).toBe(true)
  })

  it('a corrected calendar counts from its own first day, and the one before stays for the days before', () => {
    const calendar = (validFrom: string, holiday: string): RuleRecord => ({
      ...{ kind: 'holidays', key: '2027', validFrom, validTo: null, title: 'Ngày nghỉ', source: 'thử' },
      confidence: 'assumed',
      data: {
        ...{ year: 2027, weekend: [6, 7], workedInstead: [], openQuestions: [] },
        days: [{ date: holiday, vi: 'Nghỉ', en: 'Off' }],
      },
    })
    const book = new RuleBook([calendar('2026-11-01', '2027-02-11'), calendar('2026-12-20', '2027-02-12')])
    const nextWorkingDay = (day: string) => book.on(day).workingDayAfter('2027-02-10', 1)
    expect(nextWorkingDay('2026-12-19')).toBe('2027-02-12')
    expect(nextWorkingDay('2026-12-20')).toBe('2027-02-11')
    expect(nextWorkingDay('2020-01-01')).toBe('2027-02-12')
  })

  it('name what is missing: kind, day and key', () => {
    const refusal = (ask: () => unknown) => {
      try {
        ask()
      } catch (error) {
        if (isApiError(error)) return { status: error.status, code: error.code, ...error.extra }
      }
      return null
    }
    const missing = (rule: object) => ({ status: 409, code: 'rule_missing', rule })
    expect(refusal(() => seedRulesOn('2019-01-01').authority)).toEqual(
      missing({ kind: 'authority', day: '2019-01-01', key: null }),
    )
    expect(refusal(() => seedRulesOn('2026-11-23').rubricOf('1/2030'))).toEqual(
      missing({ kind: 'rubric', day: '2026-11-23', key: '1/2030' }),
    )
    expect(refusal(() => seedRulesOn('2027-12-01').workingDayAfter('2027-12-31', 1))).toEqual(
      missing({ kind: 'holidays', day: '2027-12-01', key: '2028' }),
    )
    expect(seedRulesOn('2024-01-01').has('windows')).toBe(false)
  })

  it('are where they come from, too', () => {
    expect(seedRulesOn('2026-11-23').sourceOf('scoring')).toMatchObject({ key: 'ocop', confidence: 'assumed' })
  })

  it('refuse a book whose content is not in order', () => {
    const book = () =>
      new RuleBook([
        {
          ...{ kind: 'rounds', key: 'ocop', validFrom: '2026-05-22', validTo: null, title: 'Đợt', source: 'thử' },
          ...{ confidence: 'assumed', data: { rounds: [] } },
        },
      ])
    expect(book).toThrow(/Rule rounds ocop is not in order/)
  })
})
