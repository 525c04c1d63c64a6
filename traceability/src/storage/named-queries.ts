import type { Database } from './database.ts'

export type QueryBody = Record<string, string | number | boolean | (string | number | boolean)[]>

export interface NamedQuery {
  name: string
  query: QueryBody
}

/** Out: false when the party has a query of that name already. */
export async function insertNamedQuery(db: Database, partyNo: number, { name, query }: NamedQuery): Promise<boolean> {
  const { rowCount } = await db.query(
    'insert into trace.named_query (party_no, query_name, query) values ($1, $2, $3) on conflict do nothing',
    [partyNo, name, JSON.stringify(query)],
  )
  return rowCount === 1
}

export async function findNamedQuery(db: Database, partyNo: number, name: string): Promise<NamedQuery | null> {
  const { rows } = await db.query<{ query: QueryBody }>(
    'select query from trace.named_query where party_no = $1 and query_name = $2',
    [partyNo, name],
  )
  return rows[0] ? { name, query: rows[0].query } : null
}

/** Queries of a party by name, from behind `after`. */
export async function namedQueries(
  db: Database,
  partyNo: number,
  { after, limit }: { after: string | null; limit: number },
): Promise<NamedQuery[]> {
  const { rows } = await db.query<{ query_name: string; query: QueryBody }>(
    `select query_name, query from trace.named_query
      where party_no = $1 and ($2::text is null or query_name > $2) order by query_name limit $3`,
    [partyNo, after, limit],
  )
  return rows.map((row) => ({ name: row.query_name, query: row.query }))
}

/** Out: false when the party has no such query. */
export async function deleteNamedQuery(db: Database, partyNo: number, name: string): Promise<boolean> {
  const { rowCount } = await db.query('delete from trace.named_query where party_no = $1 and query_name = $2', [
    partyNo,
    name,
  ])
  return rowCount === 1
}
