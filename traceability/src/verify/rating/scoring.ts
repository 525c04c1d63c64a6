/** How sheets become a result: the `scoring` record in force on the day of the sitting. */
export interface Scoring {
  mean: { decimals: 2; rounding: 'down' }
  /** Sheets further apart than this are discussed and scored again. */
  spread: { limit: number }
  /** Sheets a result needs: so many at least, and at least this share of the council's members. */
  quorum: { least: number; shareOf: { numerator: number; denominator: number } }
  /** When several members disagree on a minimum option: it is met when more than half of the counted sheets reach it. */
  minimumMet: 'majority'
  /** Why a member's sheet does not count. */
  conflictGrounds: readonly { code: string; vi: string; en: string }[]
}

/** Sheets a council of so many members needs. */
export function quorumOf(scoring: Scoring, councilSize: number): number {
  const { numerator, denominator } = scoring.quorum.shareOf
  return Math.max(scoring.quorum.least, Math.ceil((councilSize * numerator) / denominator))
}
