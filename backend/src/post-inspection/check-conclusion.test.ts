import type { LookNote, MarkViolation } from '../modules/post-inspection/kinds'
import { checkConclusion, checkLooks, fourLooks } from './check-conclusion'

const pass: LookNote = { look: 'criteria', result: 'pass', note: '' }
const failed = (look: LookNote['look'], note = 'Ghi 5 sao trên hộp mới'): LookNote => ({ look, result: 'fail', note })

/** The code of the refusal; null when nothing is refused. */
function refusal(work: () => void): string | null {
  try {
    work()
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}

it('always has the four looks of art. 9, in their order', () => {
  expect(fourLooks([failed('advertising'), pass]).map(({ look, result }) => [look, result])).toEqual([
    ['criteria', 'pass'],
    ['mark_use', 'not_looked'],
    ['product_information', 'not_looked'],
    ['advertising', 'fail'],
  ])
})

it.each<[string, LookNote[], MarkViolation[], string | null]>([
  ['all in order', [pass], [], null],
  ['a failed look says what is wrong', [failed('criteria', ' ab ')], [], 'look_note_missing'],
  ['misuse where the mark was in order', [pass], ['wrong_stars'], 'violation_without_look'],
  ['a misused mark without saying how', [failed('mark_use')], [], 'violation_missing'],
  ['a misused mark and how', [failed('mark_use')], ['wrong_stars'], null],
  ['advertising that misleads', [failed('advertising')], ['misleading_advertising'], null],
  ['advertising with other faults', [failed('advertising')], [], null],
])('%s', (_, looks, violations, expected) => {
  expect(refusal(() => checkLooks(looks, violations))).toBe(expected)
})

it.each([
  ['on the day of the inspection', '2026-11-10', null],
  ['today', '2026-11-23', null],
  ['the day before the inspection', '2026-11-09', 'conclusion_day'],
  ['tomorrow', '2026-11-24', 'conclusion_day'],
])('may be concluded: %s', (_, concludedOn, expected) => {
  const inspection = { day: '2026-11-10', looks: [pass] }
  expect(refusal(() => checkConclusion(inspection, { concludedOn, followUps: [] }, '2026-11-23'))).toBe(expected)
})

it('is not concluded before anything was looked at', () => {
  const conclusion = { concludedOn: '2026-11-10', followUps: [] }
  for (const inspection of [
    { day: null, looks: [pass] },
    { day: '2026-11-10', looks: fourLooks([]) },
  ]) {
    expect(refusal(() => checkConclusion(inspection, conclusion, '2026-11-23'))).toBe('nothing_looked_at')
  }
})

it('leaves at least a day to mend', () => {
  const inspection = { day: '2026-11-10', looks: [pass] }
  const due = (dueOn: string) =>
    refusal(() => checkConclusion(inspection, { concludedOn: '2026-11-12', followUps: [{ dueOn }] }, '2026-11-23'))
  expect([due('2026-11-12'), due('2026-11-13')]).toEqual(['follow_up_day', null])
})
