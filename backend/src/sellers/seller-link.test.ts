import { checkSellerLink, signSellerLink } from './seller-link'

const KEY = 'ab'.repeat(32)
const NOW = new Date('2026-11-23T00:00:00Z')
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

it('opens what it was signed for, and nothing else', () => {
  const token = signSellerLink({ purpose: 'invitation', id: 'minv_1' }, KEY, NOW)
  expect(checkSellerLink({ purpose: 'invitation', id: 'minv_1' }, token, KEY, NOW)).toBe(true)
  expect(checkSellerLink({ purpose: 'invitation', id: 'minv_2' }, token, KEY, NOW)).toBe(false)
  expect(checkSellerLink({ purpose: 'application', id: 'minv_1' }, token, KEY, NOW)).toBe(false)
  expect(checkSellerLink({ purpose: 'invitation', id: 'minv_1' }, token, 'cd'.repeat(32), NOW)).toBe(false)
  expect(checkSellerLink({ purpose: 'invitation', id: 'minv_1' }, `${token}x`, KEY, NOW)).toBe(false)
})

it('ends after seven days for an invitation and after 180 for an application', () => {
  const invitation = signSellerLink({ purpose: 'invitation', id: 'a' }, KEY, NOW)
  expect(checkSellerLink({ purpose: 'invitation', id: 'a' }, invitation, KEY, later(6.9))).toBe(true)
  expect(checkSellerLink({ purpose: 'invitation', id: 'a' }, invitation, KEY, later(7.1))).toBe(false)
  const application = signSellerLink({ purpose: 'application', id: 'a' }, KEY, NOW)
  expect(checkSellerLink({ purpose: 'application', id: 'a' }, application, KEY, later(179))).toBe(true)
  expect(checkSellerLink({ purpose: 'application', id: 'a' }, application, KEY, later(181))).toBe(false)
})
