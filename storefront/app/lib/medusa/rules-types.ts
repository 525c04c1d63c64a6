import type { Rubric, RuleConfidence, RuleKind } from '@sao-lang/traceability/verify/rating'

/** A dated rule as `/store/rules` lists it. Titles and sources are in Vietnamese, as the law is. */
export interface RuleRow {
  id: string
  kind: RuleKind
  key: string
  /** The key as addresses carry it. */
  slug: string
  validFrom: string
  /** Last day, included; null while nothing ends it. */
  validTo: string | null
  title: string
  source: string
  confidence: RuleConfidence
  /** Hex SHA-256 of the whole record. */
  sha256: string
  inForce: boolean
}

export interface RubricAnswer {
  rule: RuleRow
  data: Rubric
}
