import { fileURLToPath } from 'node:url'
import { runner } from 'node-pg-migrate'
import pg from 'pg'
import { makePartitions } from './partitions.ts'

/** The SQL files stand beside `src` and `dist`, so one path serves both. */
export const MIGRATIONS_DIR = fileURLToPath(new URL('../../migrations/', import.meta.url))

/**
 * Brings schema `trace` to the newest level and makes its partitions; safe to repeat, and waits for another run of it.
 * In: a direct connection string (never through a transaction pooler). Out: names of the migrations carried out.
 * Throws when the database cannot be reached or a migration fails; then nothing of it stays.
 */
export async function migrate(databaseUrl: string, log: (line: string) => void = () => {}): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  // A lost connection is reported by the statement that needs it, not by an event that ends the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const done = await runner({
      dbClient: client,
      dir: MIGRATIONS_DIR,
      direction: 'up',
      schema: 'trace',
      createSchema: true,
      migrationsSchema: 'trace',
      migrationsTable: 'migration',
      advisoryLockMode: 'wait',
      log,
    })
    await makePartitions(client)
    return done.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}
