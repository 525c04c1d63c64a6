import {
  criteriaOf,
  type DossierKind,
  type DossierPapers,
  evidenceFor,
  mayApply,
  type Picks,
  type RubricCriterion,
  type RubricSet,
  requiredPapers,
} from '@sao-lang/traceability/verify/rating'
import { DOSSIER_FIELDS, type DossierField, type DossierForm } from './dossier-form'
import type { FilingFit } from './filing-fit'

/** A paper as it stands today beside what was put into the dossier. */
export interface FiledPaper {
  /** `criterion:<id>` or `paper:<code>` of a compulsory one. */
  place: string
  kind: string
  title: string
  /** Last good day; null when it does not expire. */
  expiresOn: string | null
  /** False when it was taken out of the producer's store, replaced, or is not the file that was put in. */
  current: boolean
}

export interface DossierFacts {
  kind: DossierKind
  variant: string | null
  legalForm: string
  form: DossierForm
  picks: Picks
  papers: readonly FiledPaper[]
  story: { vi: string; pictures: number }
  fit: FilingFit
}

type Words = { vi: string; en: string }

/** One thing that is missing, for one sentence with a link to where it is mended. */
export type Missing =
  | { code: 'fit'; fit: FilingFit }
  | { code: 'holder' }
  | { code: 'field'; field: DossierField }
  | { code: 'statement'; statement: string; title: Words }
  | { code: 'variant' }
  | { code: 'criterion'; criterionId: string; criterion: string; title: string; section: string }
  | { code: 'evidence'; criterionId: string; criterion: string; title: string; section: string }
  | { code: 'paper'; paper: string; title: Words }
  | { code: 'expired'; place: string; title: string; expiresOn: string }
  | { code: 'outdated'; place: string; title: string }
  | { code: 'story'; letters: number; least: number }
  | { code: 'pictures'; least: number }

export const criterionPlace = (criterionId: string) => `criterion:${criterionId}`
export const paperPlace = (paper: string) => `paper:${paper}`

/** A story shorter than this tells nothing; ours, not the law's. */
export const LEAST_STORY_LETTERS = 300
export const LEAST_PICTURES = 1

/**
 * Everything a dossier still needs before it can be submitted, and before the commune can pass it on (QĐ 26/2026 art. 2, 6 and 7,
 * Mẫu 01 and 02). In: the dossier, its set, the `dossier-papers` rule, and the day of submission at +07: a paper that expires
 * on that day is still good. Out: nothing when it is complete, else every single thing, in the order of the form.
 */
export function completenessOf(facts: DossierFacts, set: RubricSet, rule: DossierPapers, day: string): Missing[] {
  return [
    ...missingFields(facts, set, rule),
    ...missingScores(facts, set, rule),
    ...missingPapers(facts, set, rule),
    ...badPapers(facts, day),
    ...missingStory(facts),
  ]
}

function missingFields({ kind, form, fit, legalForm }: DossierFacts, set: RubricSet, rule: DossierPapers): Missing[] {
  const fits = fit === 'open' || fit === 'late' || fit === 'transitional'
  const fields = DOSSIER_FIELDS.filter((field) => form[field].trim() === '')
  const statements = statementsFor(rule, kind).filter(({ code }) => (form.statements[code] ?? '').trim() === '')
  return [
    ...(fits ? [] : [{ code: 'fit' as const, fit }]),
    ...(mayApply(rule, legalForm, set.no) ? [] : [{ code: 'holder' as const }]),
    ...fields.map((field) => ({ code: 'field' as const, field })),
    ...statements.map(({ code, vi, en }) => ({ code: 'statement' as const, statement: code, title: { vi, en } })),
  ]
}

/** What a kind of dossier must tell beside the form. */
export function statementsFor(rule: DossierPapers, kind: DossierKind): DossierPapers['statements'][number][] {
  return rule.statements.filter(({ kinds }) => kinds.includes(kind))
}

/** The options that count in a dossier: those of the chosen list, and all of a criterion that has one list alone. */
export function optionsFor({ options }: RubricCriterion, variant: string | null): RubricCriterion['options'][number][] {
  return options.filter((option) => option.variant === null || option.variant === variant)
}

/** The lists of options a set has beside the common ones; empty for most. */
export function variantsOf(set: RubricSet): string[] {
  const all = criteriaOf(set).flatMap(({ options }) => options.flatMap(({ variant }) => variant ?? []))
  return [...new Set(all)]
}

/**
 * True when an option needs a paper: it claims more than the lowest one, and papers can show what the criterion is about. What is seen on
 * the samples or read in the story needs none.
 */
export function needsEvidence(
  criterion: RubricCriterion,
  optionId: string | null,
  variant: string | null,
  rule: DossierPapers,
): boolean {
  const options = optionsFor(criterion, variant)
  const picked = options.find(({ id }) => id === optionId)
  const lowest = Math.min(...options.map(({ points }) => points))
  return picked !== undefined && picked.points > lowest && evidenceFor(rule, criterion.title).length > 0
}

function missingScores(facts: DossierFacts, set: RubricSet, rule: DossierPapers): Missing[] {
  const { variant, picks, papers } = facts
  const undecided: Missing[] = variant === null && variantsOf(set).length > 0 ? [{ code: 'variant' }] : []
  const sections = set.parts.flatMap(({ sections: all }) => all)
  const scores = sections.flatMap((section) =>
    section.criteria.flatMap((criterion): Missing[] => {
      const about = {
        criterionId: criterion.id,
        criterion: criterion.code,
        title: criterion.title,
        section: section.code,
      }
      const options = optionsFor(criterion, variant)
      if (options.length === 0) return []
      const pick = picks[criterion.id]
      // `null` is an answer: none of the options is reached.
      const answered = pick === null || options.some(({ id }) => id === pick)
      if (pick === undefined || !answered) return [{ code: 'criterion', ...about }]
      if (!needsEvidence(criterion, pick, variant, rule)) return []
      const place = criterionPlace(criterion.id)
      return papers.some((paper) => paper.place === place) ? [] : [{ code: 'evidence', ...about }]
    }),
  )
  return [...undecided, ...scores]
}

function missingPapers({ kind, papers }: DossierFacts, set: RubricSet, rule: DossierPapers): Missing[] {
  return requiredPapers(rule, kind, set.no)
    .filter(({ paper }) => !papers.some((each) => each.place === paperPlace(paper) && each.kind === paper))
    .map(({ paper, vi, en }) => ({ code: 'paper', paper, title: { vi, en } }))
}

function badPapers({ papers }: DossierFacts, day: string): Missing[] {
  return papers.flatMap(({ place, title, expiresOn, current }): Missing[] => {
    if (!current) return [{ code: 'outdated', place, title }]
    return expiresOn !== null && expiresOn < day ? [{ code: 'expired', place, title, expiresOn }] : []
  })
}

function missingStory({ story }: DossierFacts): Missing[] {
  const letters = story.vi.trim().length
  return [
    ...(letters < LEAST_STORY_LETTERS ? [{ code: 'story' as const, letters, least: LEAST_STORY_LETTERS }] : []),
    ...(story.pictures < LEAST_PICTURES ? [{ code: 'pictures' as const, least: LEAST_PICTURES }] : []),
  ]
}
