import pg from 'pg'
import { migrate } from '../storage/migrate.ts'

export interface OwnDatabase {
  url: string
  pool: pg.Pool
  /** Closes the pool and drops the database, whoever is still connected. */
  drop(): Promise<void>
}

let made = 0

/**
 * A migrated database of this test file's own, on the server of TEST_DATABASE_URL.
 * Throws when the variable is missing or the server cannot be reached.
 */
export async function ownDatabase({ migrated = true } = {}): Promise<OwnDatabase> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) throw new Error('TEST_DATABASE_URL is missing: a PostgreSQL URL whose user may create databases')
  const name = `trace_test_${process.pid}_${Date.now()}_${made++}`
  await asAdmin(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  if (migrated) await migrate(url.href)
  const pool = new pg.Pool({ connectionString: url.href, max: 10 })
  pool.on('error', () => undefined)
  return {
    url: url.href,
    pool,
    async drop() {
      await pool.end()
      await asAdmin(server, `drop database if exists ${name} with (force)`)
    },
  }
}

async function asAdmin(server: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
