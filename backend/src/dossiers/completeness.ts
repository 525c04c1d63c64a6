import type { DossierKind } from '../modules/dossier/states'
import type { DossierField, DossierForm } from './dossier-form'
import { compulsoryFor, type DossierPapers, withoutPaper } from './dossier-papers'
import type { FilingWindow } from './filing-window'

/** What completeness asks of a criterion of the set; `RubricCriterion` has it. */
export interface AskedCriterion {
  id: string
  code: string
  title: string
  options: readonly { id: string; points: number; variant: string | null }[]
}

/** A paper as it stands today beside what was put into the dossier. */
export interface FiledPaper {
  /** `criterion:<id>` or `slot:<name>`. */
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
  setNo: number
  variant: string | null
  form: DossierForm
  /** Option by criterion id. */
  picks: ReadonlyMap<string, string>
  papers: readonly FiledPaper[]
  story: { vi: string; pictures: number }
  window: FilingWindow
}

/** One thing that is missing, for one sentence with a link to where it is mended. */
export type Missing =
  | { code: 'field'; field: DossierField }
  | { code: 'representative' }
  | { code: 'window'; window: FilingWindow }
  | { code: 'variant' }
  | { code: 'criterion'; criterionId: string; criterion: string; title: string }
  | { code: 'evidence'; criterionId: string; criterion: string; title: string }
  | { code: 'slot'; slot: string; title: { vi: string; en: string } }
  | { code: 'expired'; place: string; title: string; expiresOn: string }
  | { code: 'outdated'; place: string; title: string }
  | { code: 'story'; letters: number; least: number }
  | { code: 'pictures'; pictures: number; least: number }

export const criterionPlace = (criterionId: string) => `criterion:${criterionId}`
export const slotPlace = (slot: string) => `slot:${slot}`

/**
 * Everything a dossier still needs before it can be submitted, and before the commune can pass it on (QĐ 26/2026 art. 6 and 7,
 * Mẫu 01 and 02). In: the dossier, the criteria of its set, the rule of that version, and the day of submission at +07: a
 * paper that expires on that day is still good. Out: nothing when it is complete, else every single thing, in the order of the form.
 */
export function completenessOf(
  facts: DossierFacts,
  criteria: readonly AskedCriterion[],
  rule: DossierPapers,
  day: string,
): Missing[] {
  return [
    ...missingFields(facts, rule),
    ...missingScores(facts, criteria, rule),
    ...missingSlots(facts, rule),
    ...badPapers(facts, day),
    ...missingStory(facts, rule),
  ]
}

function missingFields({ kind, form, window }: DossierFacts, rule: DossierPapers): Missing[] {
  const fields = rule.fields
    .filter(({ field, dossiers }) => dossiers.includes(kind) && form[field].trim() === '')
    .map(({ field }): Missing => (field === 'representative' ? { code: 'representative' } : { code: 'field', field }))
  return window === 'open' || window === 'late' || window === 'transitional'
    ? fields
    : [{ code: 'window', window }, ...fields]
}

/** The options that count in a dossier: all of a criterion without variants, else those of the chosen one. */
export function optionsOf<Option extends { variant: string | null }>(
  { options }: { options: readonly Option[] },
  variant: string | null,
): Option[] {
  return options.filter((option) => option.variant === null || option.variant === variant)
}

/** True when a set asks which of its two option lists counts. */
export function hasVariants(criteria: readonly AskedCriterion[]): boolean {
  return criteria.some(({ options }) => options.some(({ variant }) => variant !== null))
}

function missingScores(facts: DossierFacts, criteria: readonly AskedCriterion[], rule: DossierPapers): Missing[] {
  const free = withoutPaper(rule, facts.setNo)
  const variant: Missing[] = facts.variant === null && hasVariants(criteria) ? [{ code: 'variant' }] : []
  const scores = criteria.flatMap((criterion): Missing[] => {
    const about = { criterionId: criterion.id, criterion: criterion.code, title: criterion.title }
    const options = optionsOf(criterion, facts.variant)
    if (options.length === 0) return []
    const picked = options.find(({ id }) => id === facts.picks.get(criterion.id))
    if (!picked) return [{ code: 'criterion', ...about }]
    const lowest = Math.min(...options.map(({ points }) => points))
    if (picked.points <= lowest || free.has(criterion.code)) return []
    const place = criterionPlace(criterion.id)
    return facts.papers.some((paper) => paper.place === place) ? [] : [{ code: 'evidence', ...about }]
  })
  return [...variant, ...scores]
}

function missingSlots({ kind, setNo, papers }: DossierFacts, rule: DossierPapers): Missing[] {
  return compulsoryFor(rule, setNo, kind)
    .filter(
      ({ slot, paperKinds }) =>
        !papers.some((paper) => paper.place === slotPlace(slot) && paperKinds.includes(paper.kind)),
    )
    .map(({ slot, title }) => ({ code: 'slot', slot, title }))
}

function badPapers({ papers }: DossierFacts, day: string): Missing[] {
  return papers.flatMap(({ place, title, expiresOn, current }): Missing[] => {
    if (!current) return [{ code: 'outdated', place, title }]
    return expiresOn !== null && expiresOn < day ? [{ code: 'expired', place, title, expiresOn }] : []
  })
}

function missingStory({ story }: DossierFacts, { story: asked }: DossierPapers): Missing[] {
  const letters = story.vi.trim().length
  return [
    ...(letters < asked.leastLetters ? [{ code: 'story' as const, letters, least: asked.leastLetters }] : []),
    ...(story.pictures < asked.leastPictures
      ? [{ code: 'pictures' as const, pictures: story.pictures, least: asked.leastPictures }]
      : []),
  ]
}
