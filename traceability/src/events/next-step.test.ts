import { describe, expect, it } from 'vitest'
import { nextSteps } from './next-step.ts'

describe('nextSteps', () => {
  it('offers what is usual where a producer has no habit', () => {
    expect(nextSteps('harvesting', 'raw', [])).toEqual(['sorting', 'washing', 'drying'])
    expect(nextSteps(null, 'raw', [])).toEqual(['sorting', 'drying', 'processing'])
    expect(nextSteps('own_word', 'intermediate', [])).toEqual(['processing', 'packing'])
  })

  it("puts the producer's own habit first, the most frequent on top, once it was done twice", () => {
    const pairs = [
      { after: 'harvesting', next: 'fermenting', times: 2 },
      { after: 'harvesting', next: 'drying', times: 9 },
      { after: 'harvesting', next: 'ageing', times: 1 },
      { after: 'drying', next: 'packing', times: 40 },
    ]
    expect(nextSteps('harvesting', 'raw', pairs)).toEqual(['drying', 'fermenting', 'sorting'])
  })

  it('never offers to dry what is packed', () => {
    const pairs = [{ after: 'packing', next: 'drying', times: 5 }]
    expect(nextSteps('packing', 'product', pairs)).toEqual(['storing', 'shipping', 'selling'])
    expect(nextSteps('drying', 'product', [])).toEqual(['storing'])
  })
})
