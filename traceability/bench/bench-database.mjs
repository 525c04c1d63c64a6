import pg from 'pg'

/**
 * Does `work` with the URL of a new, empty database, and drops it afterwards. In: a PostgreSQL URL whose user may create
 * databases; a word for the database's name. Out: what `work` answers.
 */
export async function withBenchDatabase(databaseUrl, word, work) {
  const name = `trace_bench_${word}_${process.pid}_${Date.now()}`
  const url = new URL(databaseUrl)
  url.pathname = `/${name}`
  await ask(databaseUrl, `create database ${name}`)
  try {
    return await work(url.href)
  } finally {
    await ask(databaseUrl, `drop database if exists ${name} with (force)`)
  }
}

/** The database to bench on when a script is run alone: BENCH_DATABASE_URL. Ends the program when it is missing. */
export function benchDatabaseUrl() {
  const url = process.env.BENCH_DATABASE_URL
  if (url) return url
  console.error('BENCH_DATABASE_URL is missing: a PostgreSQL URL whose user may create databases')
  process.exit(1)
}

async function ask(databaseUrl, text) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
