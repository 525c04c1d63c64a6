import type { Windows } from '@sao-lang/traceability/verify/rating'
import { dueDay, isOverdue } from './due-day'
import { ruleData } from './testing/rule-data'

const windows = ruleData<Windows>('windows-2026')

it('a re-evaluation is due 45 days after the complete dossier, or with its round when that is sooner', () => {
  expect(dueDay('renewal', '2026-10-30', '2026-12-30', windows)).toBe('2026-12-14')
  expect(dueDay('renewal', '2026-10-30', '2026-11-30', windows)).toBe('2026-11-30')
})

it('a first dossier and an upgrade are due with their round', () => {
  expect(dueDay('first', '2026-10-30', '2026-12-30', windows)).toBe('2026-12-30')
  expect(dueDay('upgrade', '2026-10-30', '2026-12-30', windows)).toBe('2026-12-30')
})

it('is overdue the day after, unless it is settled or lies with the ministry', () => {
  const due_on = '2026-12-30'
  expect(isOverdue({ state: 'ready', due_on }, '2026-12-30')).toBe(false)
  expect(isOverdue({ state: 'ready', due_on }, '2026-12-31')).toBe(true)
  for (const state of ['result', 'closed', 'forwarded_to_ministry'] as const) {
    expect(isOverdue({ state, due_on }, '2027-01-31')).toBe(false)
  }
})
