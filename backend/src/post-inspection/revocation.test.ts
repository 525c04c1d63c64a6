import { readFileSync } from 'node:fs'
import { daysBetween, type Revocation, revocationDeadline, type Windows } from '@sao-lang/traceability/verify/rating'
import fc from 'fast-check'
import {
  FOLLOW_UP_MOVES,
  type FollowUpState,
  INSPECTION_MOVES,
  INSPECTION_STATES,
  type InspectionState,
  moved,
  PROPOSAL_MOVES,
  type ProposalState,
} from '../modules/post-inspection/states'
import { checkProposal } from './revocation'

/** The records in force, as they are adopted. */
function record<Data>(name: string): Data {
  return JSON.parse(readFileSync(`../seed/data/rules/${name}.json`, 'utf8')).data
}
const rule = record<Revocation>('revocation-grounds-2026')
const windows = record<Windows>('windows-2026')
const today = { today: '2026-11-23', revokedOn: null }

function refusal(work: () => unknown): string | null {
  try {
    work()
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('art. 8: the decision comes within 15 days of the conclusion', () => {
  it.each([
    ['2026-11-08', '2026-11-23'],
    ['2026-12-20', '2027-01-04'],
    ['2028-02-14', '2028-02-29'],
    ['2027-02-14', '2027-03-01'],
  ])('the day of the conclusion does not count, the last day does: %s → %s', (concludedOn, dueOn) => {
    expect(revocationDeadline(concludedOn, windows)).toBe(dueOn)
    expect([daysBetween(dueOn, dueOn), daysBetween(concludedOn, dueOn)]).toEqual([0, 15])
  })
})

describe('a proposal', () => {
  const concluded = { inspection: { state: 'concluded', concludedOn: '2026-11-20' } } as const
  it('rests on a concluded inspection, or on another authority’s conclusion', () => {
    expect(checkProposal(concluded, 'criteria', rule, today)).toBe('2026-11-20')
    const other = { authority: 'Chi cục ATTP', paper: '12/KL', concludedOn: '2026-11-23' }
    expect(checkProposal(other, 'criteria', rule, today)).toBe('2026-11-23')
    for (const state of INSPECTION_STATES) {
      const asked = refusal(() =>
        checkProposal({ inspection: { state, concludedOn: '2026-11-20' } }, 'criteria', rule, today),
      )
      expect([state, asked]).toEqual([state, ['concluded', 'followed_up'].includes(state) ? null : 'not_concluded'])
    }
    const undated = { inspection: { state: 'concluded', concludedOn: null } } as const
    expect(refusal(() => checkProposal(undated, 'criteria', rule, today))).toBe('not_concluded')
  })

  it('has one of the six grounds of the law and no other', () => {
    const codes = rule.grounds.map(({ code }) => code)
    expect(codes).toEqual(['forgery', 'criteria', 'breach', 'mark_misuse', 'stopped', 'authority'])
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...codes)), (ground) => {
        const known = codes.includes(ground)
        expect(refusal(() => checkProposal(concluded, ground, rule, today))).toBe(
          known ? null : 'revocation_ground_unknown',
        )
      }),
    )
  })

  it('is not made on tomorrow’s conclusion, nor about what is revoked', () => {
    const tomorrow = { authority: 'A', paper: 'B', concludedOn: '2026-11-24' }
    expect(refusal(() => checkProposal(tomorrow, 'criteria', rule, today))).toBe('conclusion_day')
    const revoked = { ...today, revokedOn: '2026-11-01' }
    expect(refusal(() => checkProposal(concluded, 'criteria', rule, revoked))).toBe('recognition_already_revoked')
  })
})

/** Everything that may happen to one inspection, what had to be mended after it, and a proposal on it. */
interface World {
  inspection: InspectionState
  concludedOn: string | null
  followUps: FollowUpState[]
  proposal: ProposalState | null
  said: string[]
}
type Deed = { deed: 'move'; move: keyof typeof INSPECTION_MOVES } | { deed: 'propose' } | MendDeed | ProposalDeed
type MendDeed = { deed: 'mend'; move: keyof typeof FOLLOW_UP_MOVES; at: number }
type ProposalDeed = { deed: 'proposal'; move: keyof typeof PROPOSAL_MOVES }

function happen(world: World, deed: Deed): World {
  switch (deed.deed) {
    case 'move': {
      const next = moved(INSPECTION_MOVES[deed.move], world.inspection)
      const openFollowUp = world.followUps.some((state) => state !== 'accepted')
      const openProposal = world.proposal === 'proposed' || world.proposal === 'drafted'
      const blocked = (deed.move === 'close' || deed.move === 'mended') && openFollowUp
      if (next === null || blocked || (deed.move === 'close' && openProposal)) return world
      const concluding = deed.move === 'conclude'
      return {
        ...world,
        inspection: next,
        said: [...world.said, next],
        ...(concluding ? { concludedOn: '2026-11-20', followUps: ['open', 'open'] } : {}),
      }
    }
    case 'mend': {
      const state = world.followUps[deed.at]
      const next = state === undefined ? null : moved(FOLLOW_UP_MOVES[deed.move], state)
      if (next === null) return world
      return { ...world, followUps: world.followUps.map((each, at) => (at === deed.at ? next : each)) }
    }
    case 'propose': {
      const basis = { inspection: { state: world.inspection, concludedOn: world.concludedOn } }
      const open = world.proposal === 'proposed' || world.proposal === 'drafted' || world.proposal === 'decided'
      if (open || refusal(() => checkProposal(basis, 'criteria', rule, today)) !== null) return world
      return { ...world, proposal: 'proposed', said: [...world.said, 'proposed'] }
    }
    case 'proposal': {
      const next = world.proposal === null ? null : moved(PROPOSAL_MOVES[deed.move], world.proposal)
      return next === null ? world : { ...world, proposal: next, said: [...world.said, next] }
    }
  }
}

it('no path leads to a revocation without a concluded inspection, and none closes over what is open', () => {
  const keys = <K extends string>(moves: Record<K, unknown>) => fc.constantFrom(...(Object.keys(moves) as K[]))
  const deed = fc.oneof<fc.Arbitrary<Deed>[]>(
    fc.record({ deed: fc.constant('move' as const), move: keys(INSPECTION_MOVES) }),
    fc.record({ deed: fc.constant('mend' as const), move: keys(FOLLOW_UP_MOVES), at: fc.nat(1) }),
    fc.constant({ deed: 'propose' as const }),
    fc.record({ deed: fc.constant('proposal' as const), move: keys(PROPOSAL_MOVES) }),
  )
  const start: World = { inspection: 'planned', concludedOn: null, followUps: [], proposal: null, said: [] }
  let proposals = 0
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
      const end = deeds.reduce(happen, start)
      const proposed = end.said.indexOf('proposed')
      if (proposed >= 0) {
        proposals += 1
        expect(end.said.slice(0, proposed)).toContain('concluded')
        expect(end.said).not.toContain('cancelled')
      }
      const decided = end.said.indexOf('decided')
      if (decided >= 0) expect(end.said.slice(0, decided)).toContain('proposed')
      if (end.inspection === 'closed') expect(end.followUps.every((state) => state === 'accepted')).toBe(true)
      if (end.inspection === 'cancelled') expect(end.concludedOn).toBeNull()
    }),
    { numRuns: 9_000 },
  )
  // The walk is worth something only where it gets that far.
  expect(proposals).toBeGreaterThan(20)
})
