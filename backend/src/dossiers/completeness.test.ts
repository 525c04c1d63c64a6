import {
  criteriaOf,
  type Picks,
  type RecognitionPhase,
  requiredPapers,
  setOf,
} from '@sao-lang/traceability/verify/rating'
import fc from 'fast-check'
import { seedRulesOn } from '../rules/testing/seed-rules'
import {
  completenessOf,
  criterionPlace,
  type DossierFacts,
  LEAST_PICTURES,
  LEAST_STORY_LETTERS,
  needsEvidence,
  optionsFor,
  paperPlace,
  statementsFor,
  variantsOf,
} from './completeness'
import { DOSSIER_FIELDS, type DossierForm } from './dossier-form'
import { filingFit, proposedKind } from './filing-fit'

const DAY = '2026-11-23'
const rules = seedRulesOn(DAY)
const rule = rules.dossierPapers
const { rubric } = rules

/** A dossier with everything its kind and set ask for, whichever options were picked. */
const complete = fc
  .record({
    kind: fc.constantFrom('first' as const, 'upgrade' as const, 'renewal' as const),
    set: fc.constantFrom(...rubric.sets),
    seed: fc.nat(),
  })
  .map(({ kind, set, seed }) => {
    const variant = variantsOf(set)[seed % 2] ?? null
    const paper = (place: string, kindOfPaper: string) => ({
      ...{ place, kind: kindOfPaper, title: 'Giấy', expiresOn: DAY, current: true },
    })
    const picks: Picks = Object.fromEntries(
      criteriaOf(set).map((criterion, at) => {
        const options = optionsFor(criterion, variant)
        return [criterion.id, options[(seed + at) % (options.length + 1)]?.id ?? null]
      }),
    )
    const statements = Object.fromEntries(statementsFor(rule, kind).map(({ code }) => [code, 'có']))
    const facts: DossierFacts = {
      kind,
      variant,
      legalForm: 'cooperative',
      form: { ...Object.fromEntries(DOSSIER_FIELDS.map((field) => [field, 'có'])), statements } as DossierForm,
      picks,
      papers: [
        ...requiredPapers(rule, kind, set.no).map((each) => paper(paperPlace(each.paper), each.paper)),
        ...criteriaOf(set).map(({ id }) => paper(criterionPlace(id), 'other')),
      ],
      story: { vi: 'a'.repeat(LEAST_STORY_LETTERS), pictures: LEAST_PICTURES },
      fit: 'open',
    }
    return { facts, set }
  })

const holds = (check: (facts: DossierFacts, set: (typeof rubric.sets)[number]) => void) =>
  fc.assert(
    fc.property(complete, ({ facts, set }) => {
      check(facts, set)
    }),
    { numRuns: 60 },
  )

describe('a dossier is complete with everything, and with nothing less', () => {
  it('asks for nothing more of a complete one, in any of the 26 sets', () => {
    holds((facts, set) => expect(completenessOf(facts, set, rule, DAY)).toEqual([]))
  })

  it('misses every field, statement, answer and paper that is taken out of it, and nothing else', () => {
    holds((facts, set) => {
      const missing = (change: Partial<DossierFacts>) => completenessOf({ ...facts, ...change }, set, rule, DAY)
      for (const field of DOSSIER_FIELDS) {
        expect(missing({ form: { ...facts.form, [field]: ' ' } })).toEqual([{ code: 'field', field }])
      }
      for (const { code } of statementsFor(rule, facts.kind)) {
        const statements = { ...facts.form.statements, [code]: '' }
        expect(missing({ form: { ...facts.form, statements } })).toMatchObject([{ code: 'statement', statement: code }])
      }
      for (const { id } of criteriaOf(set)) {
        const { [id]: _, ...picks } = facts.picks
        expect(missing({ picks })).toMatchObject([{ code: 'criterion', criterionId: id }])
      }
      for (const { paper } of requiredPapers(rule, facts.kind, set.no)) {
        const papers = facts.papers.filter(({ place }) => place !== paperPlace(paper))
        expect(missing({ papers })).toMatchObject([{ code: 'paper', paper }])
      }
      const { story } = facts
      expect(missing({ story: { ...story, vi: story.vi.slice(1) } })).toMatchObject([{ code: 'story' }])
      expect(missing({ story: { ...story, pictures: 0 } })).toMatchObject([{ code: 'pictures' }])
      expect(missing({ legalForm: 'other' })).toHaveLength(set.no === 26 ? 0 : 1)
      for (const fit of ['early', 'closed', 'none', 'recognised', 'top'] as const) {
        expect(missing({ fit })).toEqual([{ code: 'fit', fit }])
      }
    })
  })

  it('asks for evidence exactly where more than the lowest option is claimed and papers can show it', () => {
    holds((facts, set) => {
      for (const criterion of criteriaOf(set)) {
        const pick = facts.picks[criterion.id] ?? null
        const papers = facts.papers.filter(({ place }) => place !== criterionPlace(criterion.id))
        const missing = completenessOf({ ...facts, papers }, set, rule, DAY)
        const needed = needsEvidence(criterion, pick, facts.variant, rule)
        expect(missing.map(({ code }) => code)).toEqual(needed ? ['evidence'] : [])
        const lowest = optionsFor(criterion, facts.variant)[0]?.id ?? null
        expect(needsEvidence(criterion, lowest, facts.variant, rule)).toBe(false)
        expect(needsEvidence(criterion, null, facts.variant, rule)).toBe(false)
      }
    })
  })

  it('takes a paper on the last day it is good, and not on the day after', () => {
    holds((facts, set) => {
      const expired = completenessOf(facts, set, rule, '2026-11-24').filter(({ code }) => code === 'expired')
      expect(expired).toHaveLength(facts.papers.length)
    })
  })

  it('takes no paper that has been replaced since, nor one of another kind in a compulsory place', () => {
    holds((facts, set) => {
      const [first, ...rest] = facts.papers
      if (!first?.place.startsWith('paper:')) return
      const missing = (changed: typeof first) =>
        completenessOf({ ...facts, papers: [changed, ...rest] }, set, rule, DAY)
      expect(missing({ ...first, current: false })).toMatchObject([{ code: 'outdated' }])
      expect(missing({ ...first, kind: 'other' })).toMatchObject([{ code: 'paper' }])
    })
  })

  it('does not count an option of the other list of set 26, and asks which list counts', () => {
    const set = setOf(rubric, 26)
    const [facts] = fc.sample(
      complete.filter((each) => each.set.no === 26),
      { numRuns: 1, seed: 4 },
    )
    const picked = Object.fromEntries(criteriaOf(set).map((each) => [each.id, optionsFor(each, 'community')[0]?.id]))
    const tour = { ...facts?.facts, variant: 'community', picks: picked } as DossierFacts
    expect(completenessOf(tour, set, rule, DAY)).toEqual([])
    const other = completenessOf({ ...tour, variant: 'destination' }, set, rule, DAY)
    expect(other.map((each) => each.code === 'criterion' && each.criterion)).toEqual(['8', '9', '15'])
    expect(completenessOf({ ...tour, variant: null }, set, rule, DAY)[0]).toEqual({ code: 'variant' })
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
    const answers = phases.map((phase) => [phase, filingFit('renewal', { phase, stars: 3 })])
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
    expect(filingFit('renewal', null)).toBe('none')
  })

  it('is for a first dossier only without a star, for an upgrade only with one that has another above it', () => {
    expect(filingFit('first', null)).toBe('open')
    expect(filingFit('first', { phase: 'valid', stars: 3 })).toBe('recognised')
    expect(filingFit('first', { phase: 'expired', stars: 3 })).toBe('open')
    expect(filingFit('upgrade', { phase: 'valid', stars: 4 })).toBe('open')
    expect(filingFit('upgrade', { phase: 'valid', stars: 5 })).toBe('top')
    expect(filingFit('upgrade', { phase: 'expired', stars: 3 })).toBe('none')
  })

  it('always fits the kind that is proposed, except for five stars before their window', () => {
    for (const phase of phases) {
      for (const stars of [3, 4, 5] as const) {
        const kind = proposedKind({ phase, stars })
        const early = stars === 5 && ['valid', 'due', 'suspended'].includes(phase)
        expect([phase, stars, filingFit(kind, { phase, stars })]).toEqual([
          phase,
          stars,
          early ? 'early' : expect.stringMatching(/^(open|late|transitional)$/),
        ])
      }
    }
    expect(proposedKind(null)).toBe('first')
  })
})
