/** How many days before the last good day of a paper its producer is told, and on that day; the first is also what "soon" means. */
export const REMINDER_DAYS = [60, 30, 7, 0] as const
