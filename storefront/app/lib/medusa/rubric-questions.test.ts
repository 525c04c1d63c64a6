import { expect, test } from 'vitest'
import { questionsOfSet } from './rubric-questions.ts'

const question = (sets: string) => ({ sets, code: '1.1', text: sets })
const ALL = [question('23'), question('24-25'), question('6, 20, 23'), question('all')]

test.each([
  [23, ['23', '6, 20, 23', 'all']],
  [24, ['24-25', 'all']],
  [25, ['24-25', 'all']],
  [2, ['all']],
])('set %d is spoken of by %j', (no, expected) => {
  expect(questionsOfSet(ALL, no).map(({ sets }) => sets)).toEqual(expected)
})
