import fc from 'fast-check'
import { firstExpired, type PackableLot } from './first-expired'

const TODAY = '2026-11-23'
const day = fc.option(fc.constantFrom('2026-11-01', '2026-11-22', '2026-11-23', '2026-12-01', '2027-01-01'), {
  nil: null,
})
const lots = fc
  .array(
    fc.record({
      productId: fc.constantFrom('tea', 'honey'),
      bestBefore: day,
      packedOn: day,
      recalled: fc.boolean(),
      withdrawn: fc.boolean(),
      free: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
    }),
    { maxLength: 8 },
  )
  .map((rows) => rows.map((row, at): PackableLot => ({ ...row, ref: `lot-${at}`, code: `L${at}` })))
const lines = fc
  .array(fc.record({ productId: fc.constantFrom('tea', 'honey'), quantity: fc.integer({ min: 1, max: 30 }) }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((rows) => rows.map((row, at) => ({ ...row, lineId: `line-${at}` })))

it('covers every package or says how many it cannot, and gives no lot beyond what it has', () => {
  fc.assert(
    fc.property(lines, lots, (wanted, book) => {
      const { picks, short } = firstExpired(wanted, book, TODAY)
      for (const line of wanted) {
        const given = picks.filter((pick) => pick.lineId === line.lineId).reduce((sum, pick) => sum + pick.quantity, 0)
        expect(given + (short.get(line.lineId) ?? 0)).toBe(line.quantity)
      }
      for (const lot of book) {
        const taken = picks.filter((pick) => pick.lotRef === lot.ref).reduce((sum, pick) => sum + pick.quantity, 0)
        expect(taken).toBeLessThanOrEqual(lot.free ?? Number.POSITIVE_INFINITY)
      }
    }),
    { numRuns: 2_000 },
  )
})

it('never gives a recalled, withdrawn or expired lot, nor one of another product', () => {
  fc.assert(
    fc.property(lines, lots, (wanted, book) => {
      for (const pick of firstExpired(wanted, book, TODAY).picks) {
        const lot = book.find(({ ref }) => ref === pick.lotRef)
        expect(lot).toMatchObject({ recalled: false, withdrawn: false })
        expect(lot?.bestBefore === null || (lot?.bestBefore ?? '') >= TODAY).toBe(true)
        expect(lot?.productId).toBe(wanted.find(({ lineId }) => lineId === pick.lineId)?.productId)
      }
    }),
    { numRuns: 2_000 },
  )
})

it('leaves no lot with goods that expires before one it gave', () => {
  fc.assert(
    fc.property(lines, lots, (wanted, book) => {
      const { picks } = firstExpired(wanted, book, TODAY)
      const taken = new Map<string, number>()
      for (const pick of picks) taken.set(pick.lotRef, (taken.get(pick.lotRef) ?? 0) + pick.quantity)
      for (const given of book.filter(({ ref }) => taken.has(ref))) {
        const earlier = book.filter(
          (lot) =>
            lot.productId === given.productId &&
            !lot.recalled &&
            !lot.withdrawn &&
            lot.bestBefore !== null &&
            lot.bestBefore >= TODAY &&
            (given.bestBefore === null || lot.bestBefore < given.bestBefore),
        )
        for (const lot of earlier) expect(taken.get(lot.ref) ?? 0).toBe(lot.free ?? taken.get(lot.ref))
      }
    }),
    { numRuns: 2_000 },
  )
})

it('takes what expires sooner though it was packed later, and today is still a good day', () => {
  const lot = (ref: string, bestBefore: string | null, packedOn: string): PackableLot => ({
    ...{ ref, code: ref, productId: 'tea', bestBefore, packedOn, recalled: false, withdrawn: false, free: 2 },
  })
  const book = [lot('c', null, '2025-01-01'), lot('b', '2026-12-01', '2026-01-01'), lot('a', TODAY, '2026-06-01')]
  expect(firstExpired([{ lineId: 'l', productId: 'tea', quantity: 5 }], book, TODAY).picks).toEqual([
    { lineId: 'l', lotRef: 'a', quantity: 2 },
    { lineId: 'l', lotRef: 'b', quantity: 2 },
    { lineId: 'l', lotRef: 'c', quantity: 1 },
  ])
})
