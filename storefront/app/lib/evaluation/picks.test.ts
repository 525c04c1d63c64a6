import { expect, test } from 'vitest'
import { answeredIn, NONE, pickName, picksIn, pointsOf } from './picks.ts'
import type { FormCriterion, FormSection } from './types.ts'

const criterion = (id: string, points: number[]): FormCriterion => ({
  ...{ id, code: id, title: id, max: Math.max(...points), note: null, papers: [] },
  options: points.map((each, at) => ({ id: `${id}-o${at}`, points: each, label: '', minForStar: null })),
  self: { optionId: null, points: 0, note: '' },
})
const section: FormSection = {
  ...{ code: '1', part: 'A', partTitle: '', title: '', max: 5 },
  criteria: [criterion('a', [0, 1.5]), criterion('b', [1, 3])],
}

test('a form changes only the criteria it chose for', () => {
  const form = new FormData()
  form.set(pickName('a'), 'a-o1')
  expect(picksIn(form, section.criteria, { b: 'b-o0' })).toEqual({ a: 'a-o1', b: 'b-o0' })
})

test('“none is reached” is an answer without points', () => {
  const form = new FormData()
  form.set(pickName('b'), NONE)
  const picks = picksIn(form, section.criteria, { a: 'a-o1' })
  expect(picks).toEqual({ a: 'a-o1', b: null })
  expect([pointsOf([section], picks), answeredIn(section, picks)]).toEqual([1.5, 2])
})

test('an option of another criterion counts nothing', () => {
  expect(pointsOf([section], { a: 'b-o1', b: 'b-o1' })).toBe(3)
})
