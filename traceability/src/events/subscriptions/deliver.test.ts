import { describe, expect, it } from 'vitest'
import { DELIVERY_RULES, retryDelay } from './deliver.ts'

describe('the wait after a failure', () => {
  it('doubles up to the longest, less up to a half by chance', () => {
    const delays = (random: number) =>
      [0, 1, 2, 3, 20, 1_000].map((failures) => retryDelay(DELIVERY_RULES, failures, random))
    expect(delays(0)).toEqual([5_000, 10_000, 20_000, 40_000, 3_600_000, 3_600_000])
    expect(delays(1)).toEqual([2_500, 5_000, 10_000, 20_000, 1_800_000, 1_800_000])
  })
})
