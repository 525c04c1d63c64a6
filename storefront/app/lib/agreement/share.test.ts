import { expect, test } from 'vitest'
import { ofHundredThousand, typedShare, writtenShare } from './share.ts'

test.each([
  ['10', 1_000],
  ['12,5', 1_250],
  ['12.5 %', 1_250],
  ['0', 0],
  ['', Number.NaN],
  ['1,234', Number.NaN],
  ['-5', Number.NaN],
])('the share typed as "%s" is %d basis points', (typed, bps) => {
  expect(typedShare(typed)).toBe(bps)
})

test('a share is written as the language does, and its example adds up', () => {
  expect([writtenShare(1_250, 'vi'), writtenShare(1_250, 'en')]).toEqual(['12,5', '12.5'])
  expect(ofHundredThousand(1_250)).toEqual({ centre: 12_500, producer: 87_500 })
})
