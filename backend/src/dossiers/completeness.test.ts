import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import {
  type AskedCriterion,
  completenessOf,
  criterionPlace,
  type DossierFacts,
  optionsOf,
  slotPlace,
} from './completeness'
import { DOSSIER_FIELDS, type DossierForm } from './dossier-form'
import { compulsoryFor, DossierPapersSchema, withoutPaper } from './dossier-papers'
import { filingWindow, proposedKind, type RecognitionPhase } from './filing-window'

const rule = DossierPapersSchema.parse(
  JSON.parse(readFileSync(path.join(__dirname, '../../../seed/data/rules/dossier-papers-26-2026.json'), 'utf8')).data,
)
const DAY = '2026-11-23'

const criteria: AskedCriterion[] = [
  asked('1.1', [1, 2, 3]),
  asked('2.1', [0, 1, 3]),
  asked('5.3', [0, 1, 3]),
  asked('6.1', [0, 1, 2]),
  {
    id: 'c-8',
    code: '8',
    title: 'Tiêu chí 8',
    options: [
      { id: 'c-8-a', points: 1, variant: 'community' },
      { id: 'c-8-b', points: 3, variant: 'community' },
      { id: 'c-8-c', points: 1, variant: 'destination' },
      { id: 'c-8-d', points: 3, variant: 'destination' },
    ],
  },
]

function asked(code: string, points: number[]): AskedCriterion {
  const options = points.map((each, at) => ({ id: `c-${code}-${at}`, points: each, variant: null }))
  return { id: `c-${code}`, code, title: `Tiêu chí ${code}`, options }
}

const kinds = fc.constantFrom('first' as const, 'upgrade' as const, 'renewal' as const)

/** A dossier with everything its kind and set ask for, whichever options were picked. */
const complete = fc
  .record({
    kind: kinds,
    setNo: fc.integer({ min: 1, max: 26 }),
    variant: fc.constantFrom('community', 'destination'),
    seed: fc.array(fc.nat(), { minLength: criteria.length, maxLength: criteria.length }),
  })
  .map(({ kind, setNo, variant, seed }): DossierFacts => {
    const picks = new Map(
      criteria.map((criterion, at) => {
        const options = optionsOf(criterion, variant)
        return [criterion.id, options[(seed[at] ?? 0) % options.length]?.id ?? ''] as const
      }),
    )
    const paper = (place: string, kindOfPaper: string) => ({
      place,
      kind: kindOfPaper,
      title: 'Giấy',
      expiresOn: DAY,
      current: true,
    })
    return {
      kind,
      setNo,
      variant,
      form: Object.fromEntries(DOSSIER_FIELDS.map((field) => [field, 'có'])) as DossierForm,
      picks,
      papers: [
        ...compulsoryFor(rule, setNo, kind).map((slot) => paper(slotPlace(slot.slot), slot.paperKinds[0] ?? '')),
        ...criteria.map(({ id }) => paper(criterionPlace(id), 'other')),
      ],
      story: { vi: 'a'.repeat(rule.story.leastLetters), pictures: rule.story.leastPictures },
      window: 'open',
    }
  })

const missing = (facts: DossierFacts, day = DAY) => completenessOf(facts, criteria, rule, day)

describe('a dossier is complete with everything, and with nothing less', () => {
  it('asks for nothing more of a complete one', () => {
    fc.assert(
      fc.property(complete, (facts) => {
        expect(missing(facts)).toEqual([])
      }),
    )
  })

  it('misses every single thing that is taken out of it', () => {
    fc.assert(
      fc.property(complete, (facts) => {
        for (const { field, dossiers } of rule.fields) {
          const without = { ...facts, form: { ...facts.form, [field]: '  ' } }
          expect(missing(without)).toHaveLength(dossiers.includes(facts.kind) ? 1 : 0)
        }
        for (const { id } of criteria) {
          const picks = new Map([...facts.picks].filter(([criterion]) => criterion !== id))
          expect(missing({ ...facts, picks })).toMatchObject([{ code: 'criterion', criterionId: id }])
        }
        for (const { slot } of compulsoryFor(rule, facts.setNo, facts.kind)) {
          const papers = facts.papers.filter(({ place }) => place !== slotPlace(slot))
          expect(missing({ ...facts, papers })).toMatchObject([{ code: 'slot', slot }])
        }
        const short = { ...facts.story, vi: facts.story.vi.slice(1) }
        expect(missing({ ...facts, story: short })).toMatchObject([{ code: 'story' }])
        expect(missing({ ...facts, story: { ...facts.story, pictures: 0 } })).toMatchObject([{ code: 'pictures' }])
      }),
    )
  })

  it('asks for evidence exactly where more than the lowest option is claimed and a paper can show it', () => {
    fc.assert(
      fc.property(complete, (facts) => {
        const free = withoutPaper(rule, facts.setNo)
        for (const criterion of criteria) {
          const options = optionsOf(criterion, facts.variant)
          const lowest = Math.min(...options.map(({ points }) => points))
          const picked = options.find(({ id }) => id === facts.picks.get(criterion.id))
          const claims = (picked?.points ?? 0) > lowest && !free.has(criterion.code)
          const papers = facts.papers.filter(({ place }) => place !== criterionPlace(criterion.id))
          expect(missing({ ...facts, papers })).toHaveLength(claims ? 1 : 0)
        }
      }),
    )
  })

  it('takes a paper on the last day it is good, and not on the day after', () => {
    fc.assert(
      fc.property(complete, (facts) => {
        expect(missing(facts, '2026-11-23')).toEqual([])
        expect(missing(facts, '2026-11-24')).toHaveLength(facts.papers.length)
      }),
    )
  })

  it('takes no paper that has been replaced since, nor one of another kind in a compulsory place', () => {
    fc.assert(
      fc.property(complete, (facts) => {
        const [first, ...rest] = facts.papers
        if (!first?.place.startsWith('slot:')) return
        expect(missing({ ...facts, papers: [{ ...first, current: false }, ...rest] })).toMatchObject([
          { code: 'outdated' },
        ])
        expect(missing({ ...facts, papers: [{ ...first, kind: 'other' }, ...rest] })).toMatchObject([{ code: 'slot' }])
      }),
    )
  })

  it('does not count an option of the other list, and asks which list counts', () => {
    fc.assert(
      fc.property(complete, (facts) => {
        const other = facts.variant === 'community' ? 'destination' : 'community'
        expect(missing({ ...facts, variant: other })).toMatchObject([{ code: 'criterion', criterion: '8' }])
        expect(missing({ ...facts, variant: null })).toMatchObject([{ code: 'variant' }])
      }),
    )
  })

  it('cannot be filed outside of its window', () => {
    fc.assert(
      fc.property(complete, fc.constantFrom('early', 'closed', 'none', 'recognised', 'top'), (facts, window) => {
        const shut = { ...facts, window: window as DossierFacts['window'] }
        expect(missing(shut)).toEqual([{ code: 'window', window }])
      }),
    )
  })
})

describe('the window of each kind', () => {
  const phases: RecognitionPhase[] = [
    'not_yet_valid',
    'valid',
    'due',
    'filing_window',
    'late',
    'transitional',
    'expired',
    'suspended',
    'revoked',
  ]

  it('opens for a renewal 180 to 120 days before expiry, stays open late and in the transitional time', () => {
    const answers = phases.map((phase) => [phase, filingWindow('renewal', { phase, stars: 3 })])
    expect(Object.fromEntries(answers)).toEqual({
      not_yet_valid: 'none',
      valid: 'early',
      due: 'early',
      filing_window: 'open',
      late: 'late',
      transitional: 'transitional',
      expired: 'closed',
      suspended: 'early',
      revoked: 'closed',
    })
    expect(filingWindow('renewal', null)).toBe('none')
  })

  it('is for a first dossier only without a star, for an upgrade only with one that has another above it', () => {
    expect(filingWindow('first', null)).toBe('open')
    expect(filingWindow('first', { phase: 'valid', stars: 3 })).toBe('recognised')
    expect(filingWindow('first', { phase: 'expired', stars: 3 })).toBe('open')
    expect(filingWindow('upgrade', { phase: 'valid', stars: 4 })).toBe('open')
    expect(filingWindow('upgrade', { phase: 'valid', stars: 5 })).toBe('top')
    expect(filingWindow('upgrade', { phase: 'expired', stars: 3 })).toBe('none')
  })

  it('always fits the kind that is proposed, except for five stars before their window', () => {
    for (const phase of phases) {
      for (const stars of [3, 4, 5] as const) {
        const kind = proposedKind({ phase, stars })
        const early = stars === 5 && ['valid', 'due', 'suspended'].includes(phase)
        expect([phase, stars, filingWindow(kind, { phase, stars })]).toEqual([
          phase,
          stars,
          early ? 'early' : expect.stringMatching(/^(open|late|transitional)$/),
        ])
      }
    }
    expect(proposedKind(null)).toBe('first')
  })
})
