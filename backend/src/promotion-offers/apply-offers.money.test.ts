import fc from 'fast-check'
import { applyOffers, type Offer, type PricedLine } from './apply-offers'

const DAY = '2026-11-23'
const offer = (change: Partial<Offer> = {}): Offer => ({
  id: `offer_${change.code ?? 'TET'}`,
  code: 'TET',
  kind: 'percent',
  value: 1_000,
  bearer: 'platform',
  scope: 'all',
  producerId: null,
  productIds: [],
  minSpend: 0,
  maxDiscount: null,
  firstDay: '2026-11-01',
  lastDay: null,
  ended: false,
  stackingGroup: change.code ?? 'TET',
  left: 'yes',
  ...change,
})
const line = (id: string, goods: number, producerId = 'a', productId = id): PricedLine => ({
  id,
  producerId,
  productId,
  goods,
})
const states = (lines: PricedLine[], offers: Offer[]) =>
  applyOffers(lines, offers, DAY, []).offers.map(({ state, amount, missing }) => [state, amount, missing])

it('takes ten percent off, split over the lines without losing a đồng', () => {
  const { lines, offers } = applyOffers(
    [line('l1', 33_333), line('l2', 33_333), line('l3', 33_333)],
    [offer()],
    DAY,
    [],
  )
  expect(offers).toEqual([{ id: 'offer_TET', code: 'TET', state: 'applied', amount: 10_000, missing: null }])
  expect([...lines.entries()].map(([id, [part]]) => [id, part?.amount])).toEqual([
    ['l1', 3_334],
    ['l2', 3_333],
    ['l3', 3_333],
  ])
})

it('says why a code does not apply', () => {
  const lines = [line('l1', 50_000)]
  expect(states(lines, [offer({ firstDay: '2026-12-01' })])).toEqual([['not_begun', 0, null]])
  expect(states(lines, [offer({ lastDay: '2026-11-22' })])).toEqual([['over', 0, null]])
  expect(states(lines, [offer({ lastDay: DAY, firstDay: DAY })])).toEqual([['applied', 5_000, null]])
  expect(states(lines, [offer({ ended: true })])).toEqual([['over', 0, null]])
  expect(states(lines, [offer({ left: 'used_up' })])).toEqual([['used_up', 0, null]])
  expect(states(lines, [offer({ left: 'used_by_you' })])).toEqual([['used_by_you', 0, null]])
  expect(states(lines, [offer({ minSpend: 80_000 })])).toEqual([['spend_more', 0, 30_000]])
  expect(states(lines, [offer({ scope: 'products', productIds: ['other'] })])).toEqual([['no_goods', 0, null]])
})

it('gives at most the goods and at most its ceiling', () => {
  expect(states([line('l1', 50_000)], [offer({ kind: 'amount', value: 80_000 })])).toEqual([['applied', 50_000, null]])
  expect(states([line('l1', 500_000)], [offer({ maxDiscount: 20_000 })])).toEqual([['applied', 20_000, null]])
})

it('lets a producer give away its own goods alone', () => {
  const applied = applyOffers(
    [line('l1', 100_000, 'a'), line('l2', 100_000, 'b')],
    [offer({ bearer: 'producer', producerId: 'b' })],
    DAY,
    [],
  )
  expect([...applied.lines.keys()]).toEqual(['l2'])
})

it('applies the better one of a stacking group, and groups one after the other', () => {
  const lines = [line('l1', 100_000)]
  const ten = offer({ code: 'TEN', stackingGroup: 'x' })
  const fifteen = offer({ code: 'FIFTEEN', value: 1_500, stackingGroup: 'x' })
  const own = offer({ code: 'OWN', kind: 'amount', value: 20_000, bearer: 'producer', producerId: 'a' })
  expect(states(lines, [ten, fifteen, own])).toEqual([
    ['not_with_others', 0, null],
    ['applied', 12_000, null],
    ['applied', 20_000, null],
  ])
})

it('delivers for free up to its ceiling, where its goods come from', () => {
  const free = offer({ code: 'SHIP', kind: 'free_delivery', value: null, maxDiscount: 50_000 })
  const lines = [line('l1', 100_000, 'a'), line('l2', 100_000, 'b')]
  const deliveries = [
    { producerId: 'a', fee: 30_000 },
    { producerId: 'b', fee: 30_000 },
  ]
  const both = applyOffers(lines, [free], DAY, deliveries)
  expect([...both.deliveries.values()].map(([part]) => part?.amount)).toEqual([25_000, 25_000])
  const one = applyOffers(lines, [{ ...free, scope: 'producer', producerId: 'b' }], DAY, deliveries)
  expect([...one.deliveries.entries()].map(([id, [part]]) => [id, part?.amount])).toEqual([['b', 30_000]])
})

const anyLine = fc.record({
  producerId: fc.constantFrom('a', 'b', 'c'),
  productId: fc.constantFrom('p', 'q', 'r'),
  goods: fc.integer({ min: 0, max: 50_000_000 }),
})
const anyOffer = fc.record({
  kind: fc.constantFrom('percent' as const, 'amount' as const, 'free_delivery' as const),
  value: fc.integer({ min: 1, max: 10_000 }),
  bearer: fc.constantFrom('producer' as const, 'centre' as const, 'platform' as const),
  scope: fc.constantFrom('all' as const, 'producer' as const, 'products' as const),
  producerId: fc.constantFrom('a', 'b'),
  productIds: fc.subarray(['p', 'q']),
  minSpend: fc.integer({ min: 0, max: 1_000_000 }),
  maxDiscount: fc.option(fc.integer({ min: 1, max: 300_000 })),
  stackingGroup: fc.constantFrom('x', 'y', 'z'),
})

it('never loses a đồng, never gives more than there is, and does not depend on any order', () => {
  fc.assert(
    fc.property(
      fc.array(anyLine, { minLength: 1, maxLength: 7 }),
      fc.array(anyOffer, { maxLength: 5 }),
      fc.tuple(fc.nat(60_000), fc.nat(60_000), fc.nat(60_000)),
      (rawLines, rawOffers, fees) => {
        const lines = rawLines.map((raw, n) => ({ ...raw, id: `l${n}` }))
        const offers = rawOffers.map((raw, n) =>
          offer({ ...raw, code: `C${n}`, value: raw.kind === 'free_delivery' ? null : raw.value }),
        )
        const deliveries = ['a', 'b', 'c'].map((producerId, n) => ({ producerId, fee: fees[n] ?? 0 }))
        const applied = applyOffers(lines, offers, DAY, deliveries)
        const sum = (parts: { amount: number }[] | undefined) =>
          (parts ?? []).reduce((all, each) => all + each.amount, 0)

        for (const each of lines) expect(sum(applied.lines.get(each.id))).toBeLessThanOrEqual(each.goods)
        for (const each of deliveries)
          expect(sum(applied.deliveries.get(each.producerId))).toBeLessThanOrEqual(each.fee)
        const given = [...applied.lines.values(), ...applied.deliveries.values()].flat()
        for (const part of given) expect(Number.isSafeInteger(part.amount) && part.amount > 0).toBe(true)
        for (const each of applied.offers) {
          expect(sum(given.filter((part) => part.offerId === each.id))).toBe(each.amount)
          expect(each.amount > 0).toBe(each.state === 'applied')
        }
        const inUse = applied.offers
          .filter((each) => each.state === 'applied')
          .map((each) => offers.find(({ id }) => id === each.id))
        expect(new Set(inUse.map((each) => each?.stackingGroup)).size).toBe(inUse.length)

        const turned = applyOffers([...lines].reverse(), [...offers].reverse(), DAY, [...deliveries].reverse())
        expect(new Map([...turned.lines].sort())).toEqual(new Map([...applied.lines].sort()))
        expect(new Map([...turned.deliveries].sort())).toEqual(new Map([...applied.deliveries].sort()))
        expect([...turned.offers].reverse()).toEqual(applied.offers)
      },
    ),
    { numRuns: 10_000 },
  )
})
