/** What a dated record of the rule book may be about. Each kind has its own shape of `data`. */
export const RULE_KINDS = [
  'rubric',
  'authority',
  'rounds',
  'windows',
  'product-code',
  'sectors',
  'revocation-grounds',
  'scoring',
  'paper-kinds',
  'dossier-papers',
  'holidays',
] as const
export type RuleKind = (typeof RULE_KINDS)[number]

/** How well a record is backed: read in the instrument itself, in secondary sources, or our own working assumption. */
export const RULE_CONFIDENCES = ['sure', 'likely', 'assumed'] as const
export type RuleConfidence = (typeof RULE_CONFIDENCES)[number]

/** One dated rule. The law changes by a new record with a later `validFrom`; an adopted record never changes. */
export interface RuleRecord<Data = unknown> {
  kind: RuleKind
  /** Name within its kind, e.g. the version of a rubric. */
  key: string
  /** First day in force, yyyy-mm-dd at +07. */
  validFrom: string
  /** Last day in force, included; null while nothing ends it. */
  validTo: string | null
  title: string
  /** Instrument and article, or where else it was read. */
  source: string
  confidence: RuleConfidence
  data: Data
}

/** True while a record is in force: its last day is included. */
export function inForceOn(record: Pick<RuleRecord, 'validFrom' | 'validTo'>, day: string): boolean {
  return record.validFrom <= day && (record.validTo === null || day <= record.validTo)
}

/** The record in force on a day, of several the one that began last; null when there is none. */
export function recordOn<R extends Pick<RuleRecord, 'validFrom' | 'validTo'>>(
  records: readonly R[],
  day: string,
): R | null {
  let found: R | null = null
  for (const record of records) {
    if (inForceOn(record, day) && (found === null || record.validFrom > found.validFrom)) found = record
  }
  return found
}
