import { meets, minimumsFor } from './minimums.ts'
import { bandOf, isCertified, meanOfPoints, sumOfPoints, toHundredths } from './points.ts'
import {
  type Band,
  type CertifiedStar,
  type Rubric,
  type RubricDetail,
  type RubricSet,
  type Star,
  setOf,
} from './rubric.ts'
import { type Picks, ScoreError, sheetPoints } from './score-sheet.ts'
import { quorumOf, type Scoring } from './scoring.ts'

/**
 * One member's sheet: options where the version is known in full, points in all where it is not (results of earlier versions).
 * `conflict` is the code of a ground of the scoring rules; such a sheet is kept and not counted.
 */
export type MemberSheet = { member: string; conflict: string | null } & ({ picks: Picks } | { points: number })

/** A minimum option of a star that the members did not find. */
export interface MissingMinimum {
  /** The star it is missing for. */
  stars: CertifiedStar
  criterionId: string
  criterionCode: string
  title: string
  optionId: string
  label: string
  points: number
  /** Counted sheets that reached it, of how many. */
  reachedBy: number
  of: number
}

/** Why a result is what it is, for `ratingSentences`. */
export type RatingReason =
  | { code: 'band'; mean: number; stars: Star; min: number; below: number | null }
  | ({ code: 'minimum_missing' } & MissingMinimum)
  | { code: 'lowered'; mean: number; from: Star; to: Star }
  | { code: 'no_badge'; stars: Star }
  | { code: 'rescore'; spread: number; limit: number; highest: number; lowest: number }
  | { code: 'excluded'; member: string; ground: string; vi: string; en: string }
  | { code: 'no_quorum'; counted: number; needed: number }
  | { code: 'minimums_unknown'; version: string }

export interface RatedSheet {
  member: string
  /** Options as given; null where only points were given. */
  picks: Picks | null
  points: number
  variant: string | null
  counted: boolean
  conflict: string | null
}

/** Everything the result was computed from: with the version of the criteria it can be computed again, and must come out the same. */
export interface RatingInputs {
  rubricVersion: string
  rubricDetail: RubricDetail
  setNo: number
  setName: string
  bands: readonly Band[]
  scoring: Scoring
  councilSize: number
  sheets: RatedSheet[]
}

/** What a council's sheets come to. `stars` is null while the result does not stand: too few sheets, or to be scored again. */
export interface Rating {
  /** Mean of the counted sheets, cut to two decimals; null without any. */
  mean: number | null
  /** Stars by points alone. */
  band: Star | null
  stars: Star | null
  /** True when a decision may follow: the result stands and has 3 stars or more. */
  certified: boolean
  /** For every star between the result and the band. Empty when nothing was lowered. */
  missingMinimums: MissingMinimum[]
  /** Points between the highest and the lowest counted sheet. */
  spread: number
  rescore: boolean
  quorate: boolean
  /** Members whose sheet did not count. */
  excluded: { member: string; ground: string }[]
  reasons: RatingReason[]
  inputs: RatingInputs
}

export interface RateProductInput {
  rubric: Rubric
  setNo: number
  sheets: readonly MemberSheet[]
  scoring: Scoring
  /** Members of the council; the number of sheets unless told otherwise. */
  councilSize?: number
}

/**
 * A council's result (QĐ 26/2026 art. 4, 7; note under each set of criteria): mean of the members' points → band, then lowered while
 * a minimum option of that star is missing, down to 2 stars, which have none. 1 and 2 stars are a result without certificate. Sheets
 * further apart than the limit are to be scored again, sheets with a conflict of interest do not count; both are kept.
 * Throws RangeError for an unknown set, ScoreError for a sheet that is incomplete, scores outside its options, or comes twice.
 */
export function rateProduct(input: RateProductInput): Rating {
  const { rubric, scoring } = input
  const set = setOf(rubric, input.setNo)
  const sheets = rateSheets(input.sheets, set, rubric)
  const counted = sheets.filter((sheet) => sheet.counted)
  const councilSize = input.councilSize ?? sheets.length
  const needed = quorumOf(scoring, councilSize)
  const points = counted.map((sheet) => sheet.points)
  const mean = meanOfPoints(points)
  const spread = points.length === 0 ? 0 : sumOfPoints([Math.max(...points), -Math.min(...points)])
  const rescore = spread > scoring.spread.limit
  const quorate = counted.length >= needed
  const byPoints = mean === null ? null : bandOf(mean, rubric.bands)
  const judged = rubric.detail === 'full' && counted.length > 0
  const { stars, missing } = lower(byPoints?.stars ?? null, set, judged ? counted : [], rubric.bands)
  const stands = quorate && !rescore
  const excluded = sheets.flatMap((sheet) =>
    sheet.conflict === null ? [] : [{ member: sheet.member, ground: sheet.conflict }],
  )

  const reasons: RatingReason[] = []
  if (mean !== null && byPoints)
    reasons.push({ code: 'band', mean, stars: byPoints.stars, min: byPoints.min, below: byPoints.below })
  for (const each of missing) reasons.push({ code: 'minimum_missing', ...each })
  if (mean !== null && stars !== null && byPoints && stars < byPoints.stars)
    reasons.push({ code: 'lowered', mean, from: byPoints.stars, to: stars })
  if (rubric.detail !== 'full' && byPoints?.certified)
    reasons.push({ code: 'minimums_unknown', version: rubric.version })
  if (stands && stars !== null && !isCertified(stars, rubric.bands)) reasons.push({ code: 'no_badge', stars })
  if (rescore)
    reasons.push({
      code: 'rescore',
      ...{ spread, limit: scoring.spread.limit, highest: Math.max(...points), lowest: Math.min(...points) },
    })
  for (const each of excluded) {
    const ground = scoring.conflictGrounds.find((known) => known.code === each.ground)
    reasons.push({ code: 'excluded', ...each, vi: ground?.vi ?? each.ground, en: ground?.en ?? each.ground })
  }
  if (!quorate) reasons.push({ code: 'no_quorum', counted: counted.length, needed })

  return {
    ...{ mean, band: byPoints?.stars ?? null, stars: stands ? stars : null },
    certified: stands && stars !== null && isCertified(stars, rubric.bands),
    ...{ missingMinimums: missing, spread, rescore, quorate, excluded, reasons },
    inputs: {
      ...{ rubricVersion: rubric.version, rubricDetail: rubric.detail },
      ...{ setNo: set.no, setName: set.name, bands: rubric.bands, scoring, councilSize, sheets },
    },
  }
}

function rateSheets(given: readonly MemberSheet[], set: RubricSet, rubric: Rubric): RatedSheet[] {
  const members = new Set<string>()
  return given.map((sheet) => {
    if (members.has(sheet.member)) throw new ScoreError('member_twice', { member: sheet.member })
    members.add(sheet.member)
    const { member, conflict } = sheet
    const counted = conflict === null
    if ('points' in sheet) {
      if (rubric.detail === 'full') throw new ScoreError('options_needed', { member })
      return { member, picks: null, points: pointsInRange(sheet.points, member), variant: null, counted, conflict }
    }
    if (rubric.detail !== 'full') throw new ScoreError('options_unknown', { set: String(set.no) })
    const { total, variant, unanswered } = sheetPoints(set, sheet.picks)
    // Who may not score need not fill the sheet in.
    if (counted && unanswered[0] !== undefined)
      throw new ScoreError('sheet_incomplete', { member, criterion: unanswered[0], missing: String(unanswered.length) })
    return { member, picks: sheet.picks, points: total, variant, counted, conflict }
  })
}

function pointsInRange(points: number, member: string): number {
  if (!(points >= 0 && points <= 100)) throw new ScoreError('points_out_of_range', { member, points: String(points) })
  return toHundredths(points) / 100
}

/** Takes stars off while a minimum of that star is missing. Bands without a certificate have no minimums. */
function lower(
  from: Star | null,
  set: RubricSet,
  counted: readonly RatedSheet[],
  bands: readonly Band[],
): { stars: Star | null; missing: MissingMinimum[] } {
  let stars = from
  const missing: MissingMinimum[] = []
  while (stars !== null && isCertified(stars, bands)) {
    const lacking = missingFor(stars, set, counted)
    if (lacking.length === 0) break
    missing.push(...lacking)
    stars = (stars - 1) as Star
  }
  return { stars, missing }
}

function missingFor(stars: CertifiedStar, set: RubricSet, counted: readonly RatedSheet[]): MissingMinimum[] {
  if (counted.length === 0) return []
  return minimumsFor(set, stars, variantOfMost(counted)).flatMap((minimum) => {
    const reachedBy = counted.filter((sheet) => sheet.picks !== null && meets(minimum, sheet.picks)).length
    if (reachedBy * 2 > counted.length) return []
    const { criterion, option } = minimum
    return [
      {
        ...{ stars, criterionId: criterion.id, criterionCode: criterion.code, title: criterion.title },
        ...{ optionId: option.id, label: option.label, points: option.points, reachedBy, of: counted.length },
      },
    ]
  })
}

/** The list of options most members used; members of one council score one product by one list. */
function variantOfMost(counted: readonly RatedSheet[]): string | null {
  const times = new Map<string, number>()
  for (const { variant } of counted) if (variant !== null) times.set(variant, (times.get(variant) ?? 0) + 1)
  return [...times].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null
}
