import { createHash } from 'node:crypto'
import { z } from '@medusajs/framework/zod'
import { canonicalJson } from '@sao-lang/traceability/storage/request-keys'
import { RULE_CONFIDENCES, RULE_KINDS, type RuleFault, type RuleKind } from '@sao-lang/traceability/verify/rating'
import type { NewRule } from '../modules/rule-book/weigh-rules'
import { both, readRuleData, zodFaults } from './rule-data'

const envelope = z
  .strictObject({
    kind: z.enum(RULE_KINDS),
    key: z
      .string()
      .regex(/^[A-Za-z0-9]+([/_-][A-Za-z0-9]+)*$/)
      .max(60),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable(),
    title: z.string().trim().min(5).max(300),
    source: z.string().trim().min(5).max(1_000),
    confidence: z.enum(RULE_CONFIDENCES),
    data: z.record(z.string(), z.unknown()),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validFrom <= validTo, {
    path: ['validTo'],
    message: both('ngày cuối không trước ngày đầu', 'the last day is not before the first'),
  })

/** Kinds whose content carries the key as well. */
const NAMED_BY: Partial<Record<RuleKind, string>> = {
  rubric: 'version',
  sectors: 'version',
  'product-code': 'format',
  holidays: 'year',
}

/** What a record says about itself, whether it is in order or not; null where it does not say. */
export interface RecordName {
  kind: string | null
  key: string | null
  validFrom: string | null
  title: string | null
}

export type ReadRecord =
  | { name: RecordName; record: NewRule; faults: readonly [] }
  | { name: RecordName; record: null; faults: readonly RuleFault[] }

/**
 * Checks a record of the rule book as somebody gave it, envelope and content. Out: the row to adopt, or every fault found: a rubric
 * that does not add up names each sum. Its hash covers the whole record, whatever the order of its members.
 */
export function readRuleRecord(value: unknown): ReadRecord {
  const name = nameOf(value)
  const parsed = envelope.safeParse(value)
  if (!parsed.success) return { name, record: null, faults: zodFaults(parsed.error, '') }
  const { kind, key, validFrom, validTo, title, source, confidence, data } = parsed.data
  const { faults } = readRuleData(kind, data)
  if (faults) return { name, record: null, faults }
  const member = NAMED_BY[kind]
  if (member !== undefined && String(data[member]) !== key) {
    const said = `data.${member}: “${data[member]}”, key: “${key}”`
    return { name, record: null, faults: [{ vi: `${said}; phải giống nhau`, en: `${said}; they must be the same` }] }
  }
  const sha256 = createHash('sha256').update(canonicalJson(parsed.data)).digest('hex')
  return {
    name,
    record: { kind, key, valid_from: validFrom, valid_to: validTo, title, source, confidence, data, sha256 },
    faults: [],
  }
}

function nameOf(value: unknown): RecordName {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const said = (name: string) => (typeof given[name] === 'string' ? given[name].slice(0, 300) : null)
  return { kind: said('kind'), key: said('key'), validFrom: said('validFrom'), title: said('title') }
}
