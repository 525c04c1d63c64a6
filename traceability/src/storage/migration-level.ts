import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import type { Database } from './database.ts'
import { MIGRATIONS_DIR } from './migrate.ts'

/** Name of the newest migration this build carries. */
export function neededMigration(): string {
  const files = readdirSync(MIGRATIONS_DIR).filter((file) => file.endsWith('.sql'))
  return basename(files.sort().at(-1) ?? '', '.sql')
}

/** Names of the migrations carried out. Throws "relation does not exist" (42P01) before the first one. */
export async function doneMigrations(db: Database): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>('select name from trace.migration order by id')
  return rows.map((row) => row.name)
}
