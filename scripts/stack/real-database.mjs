import { StackError } from './stack-error.mjs'

const REASONS = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'no such host',
  ETIMEDOUT: 'it does not answer',
  '28P01': 'it refuses this user or password',
  28000: 'it refuses this user',
  '3D000': 'there is no database of that name',
  53300: 'it takes no more connections',
  '57P03': 'it is starting or stopping',
}

/**
 * Proves that a database of one's own answers, before anything is written. In: its address and the variable it came from.
 * Throws a StackError that names host and database, never the password.
 */
export async function requireDatabase(url, variable) {
  const { default: pg } = await import('pg')
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (!/^postgres(ql)?:$/.test(parsed?.protocol ?? ''))
    throw new StackError(
      `${variable} is not the address of a PostgreSQL database.`,
      'Write it as postgres://user:password@host:5432/database.',
    )
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
  } catch (error) {
    throw new StackError(
      `The database at ${parsed.host}${parsed.pathname} cannot be used: ${REASONS[error.code] ?? error.message}.`,
      `Start it or mend ${variable}, then run the command again; nothing was changed.`,
    )
  } finally {
    await client.end().catch(() => {})
  }
}
