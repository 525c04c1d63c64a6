import type { Rounds } from '@sao-lang/traceability/verify/rating'
import { roundDays } from './round-days'
import { ruleData } from './testing/rule-data'

const rules = ruleData<Rounds>('rounds-2026')
const asked = { level: 'province' as const, year: 2026, no: 1, sendsUntil: null, meetsBy: null }

it('the province’s rounds end on 30/6 and 30/12, communes send until 30/4 and 30/10', () => {
  expect(roundDays(rules, asked)).toEqual({ sends_until: '2026-04-30', meets_by: '2026-06-30' })
  expect(roundDays(rules, { ...asked, no: 2 })).toEqual({ sends_until: '2026-10-30', meets_by: '2026-12-30' })
})

it('an extra round names its own days, in their order', () => {
  expect(() => roundDays(rules, { ...asked, no: 3 })).toThrow()
  const extra = { ...asked, no: 3, sendsUntil: '2026-08-15', meetsBy: '2026-09-15' }
  expect(roundDays(rules, extra)).toEqual({ sends_until: '2026-08-15', meets_by: '2026-09-15' })
  expect(() => roundDays(rules, { ...extra, meetsBy: '2026-08-01' })).toThrow()
})
