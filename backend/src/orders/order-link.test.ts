import fc from 'fast-check'
import { checkOrderLink, signOrderLink } from './order-link'

const KEY = 'ab'.repeat(32)
const NOW = new Date('2026-11-22T00:00:00Z')
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

it('opens the order it was signed for, for 180 days', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 40 }), (orderId) => {
      const token = signOrderLink(orderId, KEY, NOW)
      expect(checkOrderLink(orderId, token, KEY, NOW)).toBe(true)
      expect(checkOrderLink(orderId, token, KEY, later(179.9))).toBe(true)
      expect(checkOrderLink(orderId, token, KEY, later(180.1))).toBe(false)
    }),
  )
})

it('opens no other order and obeys no other key', () => {
  const token = signOrderLink('order_1', KEY, NOW)
  expect(checkOrderLink('order_2', token, KEY, NOW)).toBe(false)
  expect(checkOrderLink('order_1', token, 'cd'.repeat(32), NOW)).toBe(false)
})

it('is broken by the change of any one character', () => {
  const token = signOrderLink('order_1', KEY, NOW)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: token.length - 1 }), fc.constantFrom(...'ABCDwxyz0189-_.'), (at, sign) => {
      fc.pre(token[at] !== sign)
      const changed = token.slice(0, at) + sign + token.slice(at + 1)
      // The last character of base64url carries spare bits: some changes there decode to the same bytes.
      const sameBytes = Buffer.from(changed.split('.')[1] ?? '', 'base64url').equals(
        Buffer.from(token.split('.')[1] ?? '', 'base64url'),
      )
      fc.pre(!(sameBytes && changed.split('.')[0] === token.split('.')[0]))
      expect(checkOrderLink('order_1', changed, KEY, NOW)).toBe(false)
    }),
    { numRuns: 1_000 },
  )
})

it('cannot be made to last longer', () => {
  const [, signature] = signOrderLink('order_1', KEY, NOW).split('.')
  const forged = `${Buffer.from('9999999999').toString('base64url')}.${signature}`
  expect(checkOrderLink('order_1', forged, KEY, NOW)).toBe(false)
})

it('never throws, whatever comes as a token', () => {
  fc.assert(
    fc.property(fc.string(), (token) => {
      expect(checkOrderLink('order_1', token, KEY, NOW)).toBe(false)
    }),
  )
})
