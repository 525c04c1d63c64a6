import type { RuleFault } from '@sao-lang/traceability/verify/rating'
import type { NewRule, RuleVerdict } from '../modules/rule-book/weigh-rules'
import { type ReadRecord, type RecordName, readRuleRecord } from './read-record'

/** What adopting a record does, or why it cannot be adopted. */
export interface RuleResult extends RecordName {
  outcome: 'new' | 'same' | 'refused'
  faults: readonly RuleFault[]
}

const REFUSED: Record<'changed' | 'overlaps', RuleFault> = {
  changed: {
    vi: 'Đã có bản ghi khác cùng loại, cùng mã và cùng ngày hiệu lực. Bản đã ban hành không sửa được; hãy thêm bản mới có ngày hiệu lực sau.',
    en: 'There is another record of this kind, key and first day. What was adopted cannot be changed; add a record with a later first day.',
  },
  overlaps: {
    vi: 'Thời gian hiệu lực chồng lên một bản ghi khác cùng loại, cùng mã. Hãy sửa ngày bắt đầu hoặc ngày kết thúc.',
    en: 'Its days overlap with another record of this kind and key. Correct its first or last day.',
  },
}

/** Checks given records. `rows` is null when one of them is not in order; `sound` are those that are. */
export function readRecords(records: readonly unknown[]): {
  records: ReadRecord[]
  sound: NewRule[]
  rows: NewRule[] | null
} {
  const read = records.map(readRuleRecord)
  const sound = read.flatMap(({ record }) => (record === null ? [] : [record]))
  return { records: read, sound, rows: sound.length === read.length ? sound : null }
}

/** Joins what was read with what the book says. In: a verdict for each record that is in order, in their order. */
export function toResults(records: readonly ReadRecord[], verdicts: readonly RuleVerdict[]): RuleResult[] {
  const left = [...verdicts]
  return records.map(({ name, record, faults }) => {
    if (record === null) return { ...name, outcome: 'refused', faults }
    const verdict = left.shift() ?? 'new'
    if (verdict === 'new' || verdict === 'same') return { ...name, outcome: verdict, faults: [] }
    return { ...name, outcome: 'refused', faults: [REFUSED[verdict]] }
  })
}
