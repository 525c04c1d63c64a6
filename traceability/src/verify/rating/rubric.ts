export type Star = 1 | 2 | 3 | 4 | 5
/** The stars a product may be recognised with; 1 and 2 are results without a certificate. */
export type CertifiedStar = 3 | 4 | 5

/**
 * How much of a version is known: every option, criteria with their highest points alone, or the three parts alone. Minimum options
 * can be judged only with `full`.
 */
export const RUBRIC_DETAILS = ['full', 'criteria-only', 'parts-only'] as const
export type RubricDetail = (typeof RUBRIC_DETAILS)[number]

/** Points from `min` up to but not including `below`; `below` is null for the highest band, which ends at 100, included. */
export interface Band {
  stars: Star
  min: number
  below: number | null
  /** True when a decision and a certificate follow. */
  certified: boolean
}

/** One box of the score sheet. */
export interface RubricOption {
  id: string
  points: number
  label: string
  /** The star this option is the least for, as the set prints it; null for most. */
  minForStar: CertifiedStar | null
  /** Set where a criterion has one list of options for each kind of product (tourism: community, destination). */
  variant: string | null
}

export interface RubricCriterion {
  id: string
  code: string
  title: string
  max: number
  /** Heading that several criteria share, as the sheet prints it. */
  group: string | null
  /** Where a share is measured. */
  scope: 'commune' | 'province' | null
  /** A condition beside the options: the share that must come from inside a place. */
  require: { sharePct: number; scope: 'commune' | 'province' } | null
  note: string | null
  /** Points rise from option to option; empty when the version is not known in full. */
  options: readonly RubricOption[]
}

export interface RubricSection {
  code: string
  title: string
  max: number
  note: string | null
  criteria: readonly RubricCriterion[]
}

export interface RubricPart {
  code: 'A' | 'B' | 'C'
  title: string
  max: number
  sections: readonly RubricSection[]
}

export interface RubricSet {
  no: number
  name: string
  /** Code of its sector in the taxonomy of the same version. */
  sector: string
  group: string | null
  leadMinistries: readonly string[]
  /** Samples the commune sends along; null where the version does not say. */
  samples: number | null
  /** Codes of what throws a dossier out. */
  disqualify: readonly string[]
  /** False where the copy that was read lacks something; `note` says what. */
  reliable: boolean
  note: string | null
  /** Empty when nothing of the set is known but its name. */
  parts: readonly RubricPart[]
}

/** A place where the printed copy was mended, or was left as printed on purpose. */
export interface RubricMend {
  setNo: number
  code: string
  what: string
  printed: string | null
  used: string | null
  reason: string
  confidence: string
}

export interface RubricQuestion {
  /** Set numbers as text: `23`, `24-25`, `all`. */
  sets: string
  code: string
  text: string
}

/** One version of the criteria. Labels are short words of our own; points, thresholds and star marks are those of the instrument. */
export interface Rubric {
  version: string
  title: string
  detail: RubricDetail
  /** Highest points of the three parts, 100 together. */
  partsMax: { A: number; B: number; C: number }
  bands: readonly Band[]
  disqualifiers: readonly { code: string; label: string }[]
  mends: readonly RubricMend[]
  openQuestions: readonly RubricQuestion[]
  sets: readonly RubricSet[]
}

/** The set of that number. Throws RangeError when the version has none. */
export function setOf(rubric: Rubric, no: number): RubricSet {
  const set = rubric.sets.find((each) => each.no === no)
  if (!set) throw new RangeError(`Rubric ${rubric.version} has no set ${no}.`)
  return set
}

/** Every criterion of a set in the order of the score sheet. */
export function criteriaOf(set: RubricSet): RubricCriterion[] {
  return set.parts.flatMap((part) => part.sections.flatMap((section) => section.criteria))
}
