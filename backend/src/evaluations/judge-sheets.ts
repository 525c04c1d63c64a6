import {
  type MemberSheet,
  quorumOf,
  type Rating,
  type Rubric,
  rateProduct,
  ScoreError,
  type Scoring,
  setOf,
  sheetPoints,
} from '@sao-lang/traceability/verify/rating'
import type { Judge, Picks, Sheet } from './scoring'

interface JudgeInput {
  rubric: Rubric
  setNo: number
  /** The list of options the dossier was filed under, where its set has several. */
  variant: string | null
  scoring: Scoring
  /** Names of the scoring members by id, for the sentences of the result. */
  names: ReadonlyMap<string, string>
}

/**
 * The rules of the day as a council's judge. `complete` throws ScoreError for a score outside its options, an option of another variant
 * than the dossier's among them.
 */
export function judgeSheets({ rubric, setNo, variant, scoring, names }: JudgeInput): Judge<Rating> {
  const set = setOf(rubric, setNo)
  return {
    complete: (picks: Picks) => {
      const points = sheetPoints(set, picks)
      if (variant !== null && points.variant !== null && points.variant !== variant) {
        throw new ScoreError('variants_mixed', { variants: `${variant}, ${points.variant}` })
      }
      return points.unanswered.length === 0
    },
    quorum: (counted, seats) => counted >= quorumOf(scoring, seats),
    rate: (sheets) =>
      rateProduct({
        rubric,
        setNo,
        scoring,
        councilSize: names.size,
        sheets: sheets.map((each) => toMemberSheet(each)),
      }),
  }

  function toMemberSheet(sheet: Sheet): MemberSheet {
    const { memberId, picks, conflictGround } = sheet
    return { member: names.get(memberId) ?? memberId, conflict: conflictGround, picks }
  }
}

/** Names that tell members apart: with the body of those who share one. */
export function distinctNames(members: readonly { id: string; name: string; body: string }[]): Map<string, string> {
  const times = new Map<string, number>()
  for (const { name } of members) times.set(name, (times.get(name) ?? 0) + 1)
  return new Map(members.map(({ id, name, body }) => [id, (times.get(name) ?? 0) > 1 ? `${name} (${body})` : name]))
}
