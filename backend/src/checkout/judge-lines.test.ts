import fc from 'fast-check'
import { judgeLines, type LineFacts } from './judge-lines'

const line = (change: Partial<LineFacts> = {}): LineFacts => ({
  id: 'line_1',
  quantity: 1,
  unitPrice: 50_000,
  currentPrice: 50_000,
  needs: [{ itemId: 'item_1', perUnit: 1 }],
  ...change,
})
const problems = (lines: LineFacts[], free: Record<string, number>) =>
  judgeLines(lines, new Map(Object.entries(free))).map((judgement) => judgement.problem)

it('lets a line pass that is in stock at its price', () => {
  expect(judgeLines([line()], new Map([['item_1', 1]]))).toEqual([{ id: 'line_1', problem: 'none', available: 1 }])
})

it('names what stands in the way, the graver first', () => {
  expect(problems([line({ currentPrice: null })], { item_1: 9 })).toEqual(['withdrawn'])
  expect(problems([line({ currentPrice: 60_000 })], { item_1: 0 })).toEqual(['out_of_stock'])
  expect(problems([line({ quantity: 2, currentPrice: 60_000 })], { item_1: 1 })).toEqual(['too_many'])
  expect(problems([line({ currentPrice: 60_000 })], { item_1: 1 })).toEqual(['price_changed'])
})

it('sums the lines that draw on the same goods: a gift box and its jar', () => {
  const box = line({ id: 'box', needs: [{ itemId: 'jar', perUnit: 2 }] })
  const jar = line({ id: 'jar', needs: [{ itemId: 'jar', perUnit: 1 }] })
  expect(problems([box, jar], { jar: 3 })).toEqual(['none', 'none'])
  expect(problems([box, jar], { jar: 2 })).toEqual(['too_many', 'too_many'])
})

it('does not count withdrawn lines against the others', () => {
  expect(problems([line({ currentPrice: null, quantity: 5 }), line({ id: 'b' })], { item_1: 1 })).toEqual([
    'withdrawn',
    'none',
  ])
})

it('lets goods pass whose stock is not kept', () => {
  expect(judgeLines([line({ needs: [] })], new Map())).toEqual([{ id: 'line_1', problem: 'none', available: null }])
})

it('never lets lines pass that together want more than there is', () => {
  const wanted = fc.array(
    fc.record({
      item: fc.constantFrom('a', 'b'),
      quantity: fc.integer({ min: 1, max: 9 }),
      perUnit: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  fc.assert(
    fc.property(wanted, fc.integer({ min: -2, max: 30 }), fc.integer({ min: -2, max: 30 }), (rows, a, b) => {
      const lines = rows.map((row, n) =>
        line({ id: String(n), quantity: row.quantity, needs: [{ itemId: row.item, perUnit: row.perUnit }] }),
      )
      const verdicts = judgeLines(
        lines,
        new Map([
          ['a', a],
          ['b', b],
        ]),
      )
      for (const [item, free] of [
        ['a', a],
        ['b', b],
      ] as const) {
        const passing = rows.filter((row, n) => row.item === item && verdicts[n]?.problem === 'none')
        const taken = passing.reduce((sum, row) => sum + row.quantity * row.perUnit, 0)
        expect(taken).toBeLessThanOrEqual(Math.max(0, free))
      }
    }),
    { numRuns: 2_000 },
  )
})
