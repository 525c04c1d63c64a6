import type { Level } from './authority.ts'

/** One round of the year. Days are mm-dd. */
export interface RoundRule {
  level: Level
  /** Who sends the dossiers in. */
  sender: Level
  /** Last day to send, included. */
  sentBy: string
  /** The result is out before the end of this day. */
  doneBy: string
}

/** The `rounds` record: the least rounds a year; more may be held. */
export interface Rounds {
  rounds: readonly RoundRule[]
  extraRounds: boolean
}

export interface Round {
  level: Level
  sender: Level
  /** yyyy-mm-dd, included. */
  sentBy: string
  doneBy: string
  /** Calendar days left to send; 0 on the last day. */
  daysLeft: number
}

/** The rounds of a level by their last day to send, that day being in the year. A result may fall into the next year. */
export function roundsOfYear({ rounds }: Rounds, year: number, level: Level): Omit<Round, 'daysLeft'>[] {
  return rounds
    .filter((round) => round.level === level)
    .map((round) => ({
      ...{ level: round.level, sender: round.sender, sentBy: `${year}-${round.sentBy}` },
      doneBy: `${round.doneBy >= round.sentBy ? year : year + 1}-${round.doneBy}`,
    }))
    .sort((a, b) => (a.sentBy < b.sentBy ? -1 : 1))
}

/** The next round that a dossier handed in on a day can still meet; null when the level has none (QĐ 26/2026 art. 5). */
export function nextRound(rules: Rounds, day: string, level: Level): Round | null {
  const year = Number(day.slice(0, 4))
  const round = [...roundsOfYear(rules, year, level), ...roundsOfYear(rules, year + 1, level)].find(
    (each) => each.sentBy >= day,
  )
  return round ? { ...round, daysLeft: Math.round((Date.parse(round.sentBy) - Date.parse(day)) / 86_400_000) } : null
}
