import { type Candidate, seatMembers } from './candidates'
import type { CouncilRole } from './scoring'

const candidate = (officialId: string, role: CouncilRole): Candidate => ({
  ...{ officialId, role, name: officialId.toUpperCase(), unit: 'Sở' },
})
const CANDIDATES = [
  candidate('a', 'chair'),
  candidate('b', 'member'),
  candidate('c', 'member'),
  candidate('s', 'secretary'),
]
const seat = (officialId: string, role: CouncilRole) => ({ officialId, role, body: 'Sở Y tế' })
const least = () => 3
const codeOf = (run: () => unknown) => {
  try {
    run()
    return 'done'
  } catch (error) {
    return (error as { code: string }).code
  }
}

it('a council has one chair, one secretary and as many scoring members as a quorum asks for', () => {
  const whole = [seat('a', 'chair'), seat('b', 'member'), seat('c', 'member'), seat('s', 'secretary')]
  expect(seatMembers(whole, CANDIDATES, least)).toHaveLength(4)
  expect(codeOf(() => seatMembers(whole.slice(1), CANDIDATES, least))).toBe('council_roles')
  expect(codeOf(() => seatMembers(whole.slice(0, 3), CANDIDATES, least))).toBe('council_roles')
  expect(codeOf(() => seatMembers([...whole.slice(0, 2), seat('s', 'secretary')], CANDIDATES, least))).toBe(
    'council_roles',
  )
  expect(codeOf(() => seatMembers([...whole, seat('b', 'member')], CANDIDATES, least))).toBe('council_roles')
})

it('a member holds the post for the seat, at the place', () => {
  const stranger = [seat('a', 'chair'), seat('b', 'member'), seat('x', 'member'), seat('s', 'secretary')]
  expect(codeOf(() => seatMembers(stranger, CANDIDATES, least))).toBe('member_not_in_place')
})
