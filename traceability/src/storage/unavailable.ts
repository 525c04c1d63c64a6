/** Errors of the network between us and PostgreSQL. */
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
])

/**
 * SQLSTATE classes and codes with which a server says "not now": connection (08), refused log-in (28), no such database
 * (3D), no such schema (3F), resources (53), cancelled or shutting down (57), system error (58), read-only after a
 * failover (25006), prepared statement lost with its connection (26000), table not there because migrations have not run
 * (42P01).
 */
const NOT_NOW = /^(08|28|3D|3F|53|57|58|25006|26000|42P01)/

/** What `pg` says of lost or silent connections; such errors carry no code. */
const LOST =
  /timeout exceeded when trying to connect|^timeout expired$|Query read timeout|Connection terminated|not queryable|Client was closed/i

/** Whether an error means that the database cannot be asked now, and may be later; else it is a defect of ours. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError) return error.errors.some(isDatabaseUnavailable)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return NETWORK.has(code) || NOT_NOW.test(code) || LOST.test(error.message)
}
