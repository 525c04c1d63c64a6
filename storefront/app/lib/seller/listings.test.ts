import { expect, it } from 'vitest'
import { wholeNumber } from './listings.ts'

it('reads whole numbers as people write them, and nothing else', () => {
  const read = ['125000', '125.000', '1 250 000 đ', '125,000₫', '130 g', ' ', '12.5', '-5', '1.2500', 'mười'].map(
    wholeNumber,
  )
  expect(read).toEqual([
    125_000,
    125_000,
    1_250_000,
    125_000,
    130,
    null,
    Number.NaN,
    Number.NaN,
    Number.NaN,
    Number.NaN,
  ])
})
