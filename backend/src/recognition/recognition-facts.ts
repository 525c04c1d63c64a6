import type { Recognition } from '@sao-lang/traceability/verify'

/** A recognition with its decision, as `query.graph` hands it over. */
export interface RecognitionGraphRow {
  id: string
  stars: number
  points: number | null
  rubric_version: string
  valid_from: string
  valid_to: string
  revoked_on: string | null
  /** Last day of a transitional extension, included. */
  extended_to: string | null
  /** Days without a star, first and last included; `to` is null while it lasts. */
  suspensions: { from: string; to: string | null }[] | null
  sample: boolean
  decision: { number: string; date: string; authority: string; sample: boolean }
}

/** Fields to select below a product for `toRecognitions`. */
export const RECOGNITION_FIELDS = [
  'recognitions.id',
  'recognitions.stars',
  'recognitions.points',
  'recognitions.rubric_version',
  'recognitions.valid_from',
  'recognitions.valid_to',
  'recognitions.revoked_on',
  'recognitions.extended_to',
  'recognitions.suspensions.from',
  'recognitions.suspensions.to',
  'recognitions.sample',
  'recognitions.decision.number',
  'recognitions.decision.date',
  'recognitions.decision.authority',
  'recognitions.decision.sample',
]

/** The rows in the form from which stars are computed, newest decision first. Throws on stars outside 3 to 5. */
export function toRecognitions(rows: readonly RecognitionGraphRow[] | null | undefined): Recognition[] {
  return (rows ?? [])
    .map((row) => ({
      ref: row.id,
      stars: toStars(row.stars),
      points: row.points,
      rubricVersion: row.rubric_version,
      decisionNumber: row.decision.number,
      decisionDate: row.decision.date,
      authority: row.decision.authority,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      revokedOn: row.revoked_on,
      extendedTo: row.extended_to,
      suspensions: (row.suspensions ?? [])
        .map(({ from, to }) => ({ from, to }))
        .sort((a, b) => (a.from < b.from ? -1 : 1)),
      sample: row.sample || row.decision.sample,
    }))
    .sort((a, b) => (a.decisionDate < b.decisionDate ? 1 : a.decisionDate > b.decisionDate ? -1 : 0))
}

function toStars(stars: number): 3 | 4 | 5 {
  if (stars === 3 || stars === 4 || stars === 5) return stars
  throw new RangeError(`A recognition on record has ${stars} stars.`)
}
