import type { Recognition } from '@sao-lang/traceability/verify'
import { markRightOn } from './mark-right'

function recognition(change: Partial<Recognition> = {}): Recognition {
  return {
    ref: 'recog_1',
    stars: 4,
    points: 80,
    rubricVersion: '148/2023',
    decisionNumber: '15/QĐ-UBND',
    decisionDate: '2025-01-10',
    authority: 'UBND tỉnh',
    validFrom: '2025-01-10',
    validTo: '2028-01-09',
    revokedOn: null,
    extendedTo: null,
    suspensions: [],
    sample: false,
    ...change,
  }
}
const on = (day: string, own = recognition(), others: Recognition[] = []) => markRightOn(own, [own, ...others], day)

it('comes with the star and goes with it, first and last day included (QĐ 1162)', () => {
  expect(on('2025-01-09')).toMatchObject({ allowed: false, state: 'not_yet_valid' })
  for (const day of ['2025-01-10', '2028-01-09']) expect(on(day)).toMatchObject({ allowed: true, state: 'valid' })
  expect(on('2028-01-10')).toEqual({ allowed: false, state: 'expired', since: '2025-01-10', until: '2028-01-09' })
})

it('ends the day before the recognition was taken back', () => {
  const revoked = recognition({ revokedOn: '2026-11-23' })
  expect(on('2026-11-22', revoked)).toMatchObject({ allowed: true, until: '2026-11-22' })
  expect(on('2026-11-23', revoked)).toMatchObject({ allowed: false, state: 'revoked', until: '2026-11-22' })
})

it('rests while the recognition is suspended, and lasts as long as its extension (art. 12)', () => {
  const suspended = recognition({ suspensions: [{ from: '2026-11-01', to: '2026-11-30' }] })
  expect(on('2026-11-30', suspended)).toMatchObject({ allowed: false, state: 'suspended' })
  expect(on('2026-12-01', suspended)).toMatchObject({ allowed: true, state: 'valid' })
  const extended = recognition({ extendedTo: '2028-07-07' })
  expect(on('2028-07-07', extended)).toMatchObject({ allowed: true, until: '2028-07-07' })
  expect(on('2028-07-08', extended)).toMatchObject({ allowed: false, state: 'expired' })
})

it('passes to the later decision about the same product', () => {
  const later = recognition({ ref: 'recog_2', stars: 5, decisionDate: '2026-06-01', validFrom: '2026-06-01' })
  expect(on('2026-05-31', recognition(), [later])).toMatchObject({ allowed: true, state: 'valid' })
  expect(on('2026-06-01', recognition(), [later])).toMatchObject({ allowed: false, state: 'replaced' })
  expect(markRightOn(later, [recognition(), later], '2026-06-01')).toMatchObject({ allowed: true })
})
