import { checkSum } from './figure-sums.ts'
import type { StatisticRow } from './statistics-types.ts'

const COLUMNS = [
  'id',
  'title',
  'scope_level',
  'scope',
  'period',
  'as_of',
  'is_target',
  'unit',
  'stated_total',
  'sum_of_parts',
  'difference',
  'entry',
  'key',
  'label',
  'value',
  'inconsistency',
  'note',
  'source',
  'quote',
] as const

/**
 * The statistics as one flat table (RFC 4180, UTF-8 with a byte order mark so that spreadsheets read the diacritics).
 * One line a part (`entry` = part), one a single figure (`fact`), and one (`figure`) for a statistic without either.
 */
export function statisticsCsv(rows: readonly StatisticRow[]): string {
  const lines: string[] = [COLUMNS.join(',')]
  for (const row of rows) {
    const check = checkSum(row)
    const start = [
      row.id,
      row.title,
      row.scope.level,
      row.scope.name,
      row.period,
      row.asOf,
      row.isTarget,
      row.unit,
      row.total,
      check.kind === 'not_parts' ? null : check.sum,
      check.kind === 'differs' ? check.difference : null,
    ]
    const end = [row.inconsistency, row.note, row.source, row.quote]
    const entries: (string | number | null)[][] = [
      ...row.breakdown.map((part) => ['part', part.key, part.label, part.value]),
      ...Object.entries(row.facts).map(([key, value]) => ['fact', key, null, value]),
    ]
    for (const entry of entries.length > 0 ? entries : [['figure', null, null, null]]) {
      lines.push([...start, ...entry, ...end].map(cell).join(','))
    }
  }
  return `\ufeff${lines.join('\r\n')}\r\n`
}

function cell(value: string | number | boolean | null): string {
  if (value === null) return ''
  const text = String(value)
  // A spreadsheet would run a text that starts like a formula; negative numbers stay numbers.
  const safe = typeof value === 'string' && /^[=+\-@\t]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
