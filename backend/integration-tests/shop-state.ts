import type { Sql } from '../src/money/in-transaction'

/** Not what the shop knows, but how it came there: locks, runs of workflows, search documents, and each word with the gateway. */
const PASSING = /^(locking|workflow_execution|gateway_message|.*migrations|search_.*|cat_.*|index_.*)$/
/** When, by which number, how often and by which key: different each time, as they should be. */
const OF_THE_MOMENT =
  /(_at|_hash|_no|_date|_id_number)$|^(id|display_id|attempts|token|sealed|ciphertext|nonce|key|expiration|number|request_id|reference|attempt_reference|paid_reference)$/
const NAMES = [
  [/[a-z]+(_[a-z]+)*_[0-9A-HJKMNP-TV-Z]{26}\b/g, '<id>'],
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uuid>'],
  [/\b[0-9a-f]{32,}\b/g, '<hex>'],
  [/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d(:\d\d)?)?/g, '<at>'],
  [/\bSL-?\d{4}-?[0-9A-Z]+/g, '<no>'],
  [/\b\d{14}\b/g, '<at>'],
] as const

/**
 * All that the shop's tables say, with names and moments left out: two shops in which the same happened give the same lines.
 * Out: a sorted line a row, `table {"column":value}`; rows that are marked as deleted are left out.
 */
export async function shopState(sql: Sql): Promise<string[]> {
  const tables = await sql.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  )
  const lines: string[] = []
  for (const { name } of tables.filter((table) => !PASSING.test(table.name))) {
    const rows = await sql.query<{ row: Record<string, unknown> }>(`SELECT to_jsonb(t) AS row FROM "${name}" t`)
    for (const { row } of rows) if ((row.deleted_at ?? null) === null) lines.push(`${name} ${plain(row)}`)
  }
  return lines.sort()
}

function plain(row: Record<string, unknown>): string {
  const text = JSON.stringify(row, (key, value) => (OF_THE_MOMENT.test(key) ? undefined : value))
  return NAMES.reduce((left, [pattern, name]) => left.replace(pattern, name), text)
}
