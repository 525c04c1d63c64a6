import fc from 'fast-check'
import { beginsUnread, MESSAGE_DAYS, plainText, type ReadMarks, writingTime } from './message-rules'

const DAY = 86_400_000
const NOW = new Date('2026-11-24T03:00:00Z')
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY)
const order = (state: Parameters<typeof writingTime>[0]['state'], ended: Date | null = null) => ({
  state,
  ...{ deliveredAt: state === 'delivered' ? ended : null, closedAt: state === 'delivered' ? null : ended },
})

it('is open while the order is under way, and 180 days after it arrived or ended', () => {
  for (const state of ['to_confirm', 'confirmed', 'packed', 'shipped'] as const) {
    expect(writingTime(order(state), NOW)).toEqual({ state: 'open', until: null })
  }
  for (const state of ['delivered', 'refused', 'canceled'] as const) {
    expect(writingTime(order(state, daysAgo(MESSAGE_DAYS)), NOW)).toEqual({ state: 'open', until: NOW })
    expect(writingTime(order(state, daysAgo(MESSAGE_DAYS + 0.001)), NOW).state).toBe('over')
  }
})

it('is closed to a buyer whose order the seller does not know yet', () => {
  expect(writingTime(order('awaiting_payment'), NOW).state).toBe('unpaid')
})

it('keeps words and lines, and nothing that hides or turns them', () => {
  expect(plainText('  Chị ơi,\r\nhàng tới chưa ạ?\u0000\u0007  ')).toBe('Chị ơi,\nhàng tới chưa ạ?')
  expect(plainText('chuyển khoản\u202E 1234 \u2066x')).toBe('chuyển khoản 1234 x')
  expect(plainText('Chè'.normalize('NFD'))).toBe('Chè')
  expect(plainText(' \n\t\u0001 ')).toBe('')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const text = plainText(typed)
      expect(plainText(text)).toBe(text)
      expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
    }),
  )
})

it('tells the other side once a spell of unread messages, whatever the two sides do', () => {
  const deed = fc.constantFrom('buyer', 'seller', 'buyer reads', 'seller reads')
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
      const marks: ReadMarks = { last: { buyer: 0, seller: 0 }, read: { buyer: 0, seller: 0 } }
      const told = { buyer: 0, seller: 0 }
      const unread = { buyer: 0, seller: 0 }
      let no = 0
      for (const each of deeds) {
        if (each === 'buyer' || each === 'seller') {
          const reader = each === 'buyer' ? 'seller' : 'buyer'
          const begins = beginsUnread(marks, each)
          expect(begins).toBe(unread[reader] === 0)
          if (begins) told[reader] += 1
          unread[reader] += 1
          no += 1
          marks.last[each] = no
        } else {
          const reader = each === 'buyer reads' ? 'buyer' : 'seller'
          unread[reader] = 0
          marks.read[reader] = no
        }
      }
      // Whoever has something unread was told of it.
      if (unread.buyer > 0) expect(told.buyer).toBeGreaterThan(0)
      if (unread.seller > 0) expect(told.seller).toBeGreaterThan(0)
    }),
  )
})
