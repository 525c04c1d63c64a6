import { criteriaOf, type RubricSet, ScoreError, setOf } from '@sao-lang/traceability/verify/rating'
import { distinctNames, judgeSheets } from './judge-sheets'
import type { Picks, Sheet } from './scoring'
import { RUBRIC_2026, SCORING } from './testing/rule-data'

const TEA = 11
const names = new Map([
  ['m1', 'An'],
  ['m2', 'Bình'],
  ['m3', 'Chi'],
])
const judge = judgeSheets({ rubric: RUBRIC_2026, setNo: TEA, variant: null, scoring: SCORING, names })

/** The best option of every criterion, but of those named the first. */
function picksOf(set: RubricSet, worst: readonly string[] = []): Record<string, string | null> {
  return Object.fromEntries(
    criteriaOf(set).map(({ id, code, options }) => [
      id,
      (worst.includes(code) ? options[0] : options.at(-1))?.id ?? null,
    ]),
  )
}
const set = setOf(RUBRIC_2026, TEA)
const sheet = (memberId: string, picks: Picks, conflictGround: string | null = null): Sheet => ({
  id: memberId,
  memberId,
  scoringRound: 1,
  state: conflictGround === null ? 'submitted' : 'conflict',
  picks,
  opinion: '',
  stance: null,
  conflictGround,
  excludedReason: null,
  submittedAt: null,
})

it('a score outside its option is refused, and a sheet with gaps is not complete', () => {
  const whole = picksOf(set)
  expect(judge.complete(whole)).toBe(true)
  const [first = ''] = Object.keys(whole)
  expect(judge.complete({ [first]: whole[first] ?? null })).toBe(false)
  expect(() => judge.complete({ ...whole, [first]: 'q26-11-9.9-o9' })).toThrow(ScoreError)
  expect(() => judge.complete({ ...whole, khong: null })).toThrow(ScoreError)
})

it('mean and stars come from the rules, with every input', () => {
  const rating = judge.rate([sheet('m1', picksOf(set)), sheet('m2', picksOf(set)), sheet('m3', picksOf(set))])
  expect(rating).toMatchObject({ mean: 100, stars: 5, certified: true, rescore: false })
  expect(rating.inputs.sheets.map(({ member }) => member)).toEqual(['An', 'Bình', 'Chi'])
})

it('who has a conflict of interest is not counted, and named', () => {
  const low = picksOf(set, ['1.1', '1.2', '1.3', '2.1', '2.2', '2.3'])
  const rating = judge.rate([sheet('m1', picksOf(set)), sheet('m2', picksOf(set)), sheet('m3', low, 'family')])
  expect(rating.mean).toBe(100)
  expect(rating.excluded).toEqual([{ member: 'Chi', ground: 'family' }])
})

it('a spread above the limit of the scoring rules asks for another round', () => {
  const low = picksOf(
    set,
    criteriaOf(set).map(({ code }) => code),
  )
  const rating = judge.rate([sheet('m1', picksOf(set)), sheet('m2', picksOf(set)), sheet('m3', low)])
  expect(rating.rescore).toBe(true)
  expect(rating.spread).toBeGreaterThan(SCORING.spread.limit)
})

it('two thirds of the council, and three at least, are a quorum', () => {
  expect(judge.quorum(2, 3)).toBe(false)
  expect(judge.quorum(3, 3)).toBe(true)
  expect(judge.quorum(5, 9)).toBe(false)
  expect(judge.quorum(6, 9)).toBe(true)
})

it('options of another variant than the dossier’s are refused', () => {
  const tourism = judgeSheets({ rubric: RUBRIC_2026, setNo: 26, variant: 'community', scoring: SCORING, names })
  const eight = criteriaOf(setOf(RUBRIC_2026, 26)).find(({ code }) => code === '8')
  const pick = (variant: string) => ({
    [eight?.id ?? '']: eight?.options.find((o) => o.variant === variant)?.id ?? null,
  })
  expect(() => tourism.complete(pick('community'))).not.toThrow()
  expect(() => tourism.complete(pick('destination'))).toThrow(ScoreError)
})

it('members who share a name are told apart by their body', () => {
  const members = [
    { id: 'a', name: 'Lê An', body: 'Sở Y tế' },
    { id: 'b', name: 'Lê An', body: 'Sở Công Thương' },
    { id: 'c', name: 'Vũ Bình', body: 'Sở Y tế' },
  ]
  expect([...distinctNames(members).values()]).toEqual(['Lê An (Sở Y tế)', 'Lê An (Sở Công Thương)', 'Vũ Bình'])
})
