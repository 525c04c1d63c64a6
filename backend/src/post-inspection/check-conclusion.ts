import { ApiError } from '../http/api-error'
import { LOOKS, type LookNote, type MarkViolation } from '../modules/post-inspection/kinds'

/** What was seen, with all four looks in the order of the law: what nobody wrote about was not looked at. */
export function fourLooks(notes: readonly LookNote[]): LookNote[] {
  const known = new Map(notes.map((note) => [note.look, note]))
  return LOOKS.map((look) => known.get(look) ?? { look, result: 'not_looked', note: '' })
}

/**
 * Refuses what was seen when it contradicts itself: a look that failed without a word of what is wrong, misuse of the mark
 * where mark and advertising were found in order, a mark found misused without saying how. Throws ApiError 422.
 */
export function checkLooks(looks: readonly LookNote[], violations: readonly MarkViolation[]): void {
  if (looks.some(({ result, note }) => result === 'fail' && note.trim().length < SHORTEST_NOTE)) {
    throw new ApiError(422, 'look_note_missing', { field: 'looks' })
  }
  const failed = (look: LookNote['look']) => looks.some((each) => each.look === look && each.result === 'fail')
  const misuse = failed('mark_use') || failed('advertising')
  if (violations.length > 0 && !misuse) throw new ApiError(422, 'violation_without_look', { field: 'violations' })
  if (failed('mark_use') && violations.length === 0) {
    throw new ApiError(422, 'violation_missing', { field: 'violations' })
  }
}

const SHORTEST_NOTE = 5

/**
 * Refuses a conclusion before anything was looked at, on a day before the inspection or after today, or one that leaves less
 * than no time to mend. In: the inspection as recorded, the conclusion, today at +07. Throws ApiError 422.
 */
export function checkConclusion(
  inspection: { day: string | null; looks: readonly LookNote[] },
  { concludedOn, followUps }: { concludedOn: string; followUps: readonly { dueOn: string }[] },
  today: string,
): void {
  const looked = inspection.looks.some(({ result }) => result !== 'not_looked')
  if (inspection.day === null || !looked) throw new ApiError(422, 'nothing_looked_at', { field: 'looks' })
  if (concludedOn < inspection.day || concludedOn > today) {
    throw new ApiError(422, 'conclusion_day', { field: 'concludedOn' })
  }
  if (followUps.some(({ dueOn }) => dueOn <= concludedOn)) {
    throw new ApiError(422, 'follow_up_day', { field: 'followUps' })
  }
}
