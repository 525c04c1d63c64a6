import type { Badge } from '../../search/catalogue-types'
import { badgeText } from './catalogue-pdf'

const badge = (more: Partial<Badge>): Badge => ({
  ...{ stars: null, status: 'none', decisionNumber: null, decisionDate: null, authority: null },
  ...{ validFrom: null, validTo: null, lapsedOn: null, transitional: false, sample: false },
  ...more,
})

it('prints a star only of a recognition that is valid on the fair’s days', () => {
  expect(badgeText(badge({ stars: 4, status: 'valid', validTo: '2027-01-01' }))).toBe(
    'OCOP 4 sao, có hiệu lực đến hết 01/01/2027',
  )
  expect(badgeText(badge({ status: 'expired', lapsedOn: '2026-12-05' }))).toBe('Sao hết hiệu lực từ 05/12/2026')
  expect(badgeText(badge({}))).toBe('Chưa có công nhận trên sổ')
})
