/**
 * Which reminder of a paper is due: the nearest one that its days left have reached, so that one that was missed while nothing ran
 * is made up for by the next. In: days to its last good day, and the days before on which to remind; the last good day itself
 * always counts. Out: the days of that reminder, or null when it is too early or too late for any.
 */
export function reminderDue(daysLeft: number, remindDaysBefore: readonly number[]): number | null {
  if (daysLeft < 0) return null
  const reached = [...remindDaysBefore, 0].filter((days) => days >= daysLeft)
  return reached.length === 0 ? null : Math.min(...reached)
}
