/** A record that somebody wants to adopt, checked and hashed. */
export interface NewRule {
  kind: string
  key: string
  valid_from: string
  valid_to: string | null
  title: string
  source: string
  confidence: 'sure' | 'likely' | 'assumed'
  data: Record<string, unknown>
  sha256: string
}

/**
 * `new`: will be adopted. `same`: is on record already. `changed`: would change what was adopted. `overlaps`: reaches into the days of
 * another record of its kind and key.
 */
export type RuleVerdict = 'new' | 'same' | 'changed' | 'overlaps'

type Period = Pick<NewRule, 'kind' | 'key' | 'valid_from' | 'valid_to' | 'sha256'>

/** Holds new records against the adopted ones and against each other, in their order. */
export function weighRules(records: readonly Period[], adopted: readonly Period[]): RuleVerdict[] {
  const known = [...adopted]
  return records.map((record) => {
    const verdict = weigh(record, known)
    if (verdict === 'new') known.push(record)
    return verdict
  })
}

function weigh(record: Period, known: readonly Period[]): RuleVerdict {
  const others = known.filter((each) => each.kind === record.kind && each.key === record.key)
  const begun = others.find((each) => each.valid_from === record.valid_from)
  if (begun) return begun.sha256 === record.sha256 ? 'same' : 'changed'
  return others.some((each) => overlap(record, each)) ? 'overlaps' : 'new'
}

/** The later one ends an earlier one that has no last day of its own. */
function overlap(a: Period, b: Period): boolean {
  const [earlier, later] = a.valid_from < b.valid_from ? [a, b] : [b, a]
  return earlier.valid_to !== null && earlier.valid_to >= later.valid_from
}
