import pg from 'pg'

interface Column {
  column_name: string
  data_type: string
}

/** Puts rows straight into the tables of a database: whose they are counts, not how they came to be. */
export interface Planter {
  /** A row with these values, all else as the table allows. Out: the values it has. */
  plant(table: string, values?: Record<string, unknown>): Promise<Record<string, unknown>>
  /** Rows and digest of every table, by name, but those the shop writes by itself. */
  digests(): Promise<Record<string, string>>
  end(): Promise<void>
}

/** Written by every request, or by jobs at any moment; nobody's rows. */
const RESTLESS = /^(outbox_|workflow_execution|locking|look_up|job_|statistic|search_|index_|mikro_orm|.*_migrations$)/

export async function plantIn(connectionString: string): Promise<Planter> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  // Rows may name others that are not there.
  await client.query('SET session_replication_role = replica')
  let planted = 0
  return {
    async plant(table, values = {}) {
      planted += 1
      const row: Record<string, unknown> = {}
      const choices = await choicesOf(client, table)
      const { rows } = await client.query<Column>(
        `SELECT column_name, data_type FROM information_schema.columns
         WHERE table_schema = 'public' AND table_name = $1 AND is_nullable = 'NO' AND column_default IS NULL`,
        [table],
      )
      if (rows.length === 0) throw new Error(`There is no table ${table}.`)
      for (const { column_name, data_type } of rows) {
        row[column_name] = choices[column_name] ?? sampleOf(column_name, data_type, table, planted)
      }
      Object.assign(row, values)
      const names = Object.keys(row)
      await client.query(
        `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')})
         VALUES (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
        names.map((name) => row[name]),
      )
      return row
    },
    async digests() {
      const { rows } = await client.query<{ name: string }>(
        `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
      )
      const found: Record<string, string> = {}
      for (const { name } of rows.filter((each) => !RESTLESS.test(each.name))) {
        const { rows: sums } = await client.query<{ sum: string }>(
          `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, ' ' ORDER BY t::text)), '') AS sum FROM "${name}" t`,
        )
        found[name] = sums[0]?.sum ?? ''
      }
      return found
    },
    end: () => client.end(),
  }
}

/** The first word that a column's check allows. */
async function choicesOf(client: pg.Client, table: string): Promise<Record<string, string>> {
  const { rows } = await client.query<{ rule: string }>(
    `SELECT pg_get_constraintdef(oid) AS rule FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'c'`,
    [table],
  )
  const found = rows.flatMap(({ rule }) => {
    const [, column, choice] = /^CHECK \(\(\(?"?(\w+)"? = ANY \(+ARRAY\['([^']+)'/.exec(rule) ?? []
    return column && choice ? [[column, choice] as const] : []
  })
  return Object.fromEntries(found)
}

function sampleOf(name: string, type: string, table: string, no: number): unknown {
  if (type.startsWith('timestamp')) return new Date()
  if (type === 'date') return '2026-11-20'
  if (type === 'boolean') return false
  if (type === 'jsonb') return name.startsWith('raw_') ? '{"value": "1", "precision": 20}' : '[]'
  if (type === 'ARRAY') return []
  if (/int|numeric|real|double/.test(type)) return /^(no|year|position)$/.test(name) ? no : 1
  if (/_day$|_on$|^day$|_from$|_to$|date/.test(name)) return '2026-11-20'
  return `${table}_${no}`
}
