import type { Database } from './database.ts'

/** Tables that are range-partitioned by month (UTC) on the server's record time. */
const PARTITIONED = ['scan', 'event', 'event_epc'] as const

export const MONTHS_AHEAD = 3

/**
 * Makes the partitions of this month and of the `MONTHS_AHEAD` months after it, where they are missing. There is no
 * default partition: a row without a month must fail loudly instead of blocking the month that comes later.
 * In: any moment of the first month. Out: names of the partitions made now. Two processes may run it at once.
 */
export async function makePartitions(db: Database, now: Date = new Date()): Promise<string[]> {
  const made: string[] = []
  for (const table of PARTITIONED) {
    for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
      const month = firstOfMonth(now, ahead)
      const name = partitionName(table, month)
      if (await exists(db, name)) continue
      // Attaching a ready table locks the parent far less than creating it as a partition: scans go on meanwhile.
      // Names and bounds come from the list and the calendar above; DDL takes no parameters.
      const text = `create table trace.${name} (like trace.${table} including defaults including constraints);
        alter table trace.${table} attach partition trace.${name}
        for values from ('${isoDay(month)} 00:00:00+00') to ('${isoDay(firstOfMonth(month, 1))} 00:00:00+00')`
      if (await createdHere(db, text)) made.push(name)
    }
  }
  return made
}

/**
 * How many whole months after the current one are ready in every partitioned table. Below 2 somebody should look;
 * -1 means that not even the current month is there.
 */
export async function partitionsAhead(db: Database, now: Date = new Date()): Promise<number> {
  const { rows } = await db.query<{ name: string }>(
    `select c.relname as name from pg_inherits i
       join pg_class c on c.oid = i.inhrelid
       join pg_class p on p.oid = i.inhparent
       join pg_namespace n on n.oid = p.relnamespace
      where n.nspname = 'trace' and p.relname = any($1)`,
    [[...PARTITIONED]],
  )
  const names = new Set(rows.map((row) => row.name))
  let ahead = -1
  while (ahead < 24 && PARTITIONED.every((table) => names.has(partitionName(table, firstOfMonth(now, ahead + 1))))) {
    ahead++
  }
  return ahead
}

function partitionName(table: string, month: Date): string {
  return `${table}_${isoDay(month).slice(0, 7).replace('-', '_')}`
}

async function exists(db: Database, name: string): Promise<boolean> {
  const { rows } = await db.query<{ found: boolean }>('select to_regclass($1) is not null as found', [`trace.${name}`])
  return rows[0]?.found ?? false
}

/** Another process may make the same partition between the look and the act; then the catalogue refuses the second. */
async function createdHere(db: Database, text: string): Promise<boolean> {
  try {
    await db.query(text)
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === '42P07' || code === '42710' || code === '23505') return false
    throw error
  }
}

function firstOfMonth(day: Date, ahead: number): Date {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + ahead, 1))
}

function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10)
}
