import type { ClientBase, Pool, PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg'
import { isDatabaseUnavailable } from './unavailable.ts'

/** A pool (each call its own transaction) or a client (statements join the transaction open on it, if any). */
export type Database = Pool | ClientBase

/** What runs a single statement; a pool, a client and the pipelined reader all do. */
export interface Reader {
  query<R extends QueryResultRow>(statement: QueryConfig): Promise<QueryResult<R>>
}

/** How statements of the scan path travel: `none` = prepared by name; `transaction` = unnamed, for old poolers. */
export type Pooler = 'none' | 'transaction'

/** Where look-ups by key are asked: on connections that may keep one plan of a statement for ever, if `pooler` allows. */
export interface KeyLookUps {
  db: Database
  pooler: Pooler
}

/**
 * Runs `work` in one transaction. With a pool it opens and ends its own; with a client the caller's transaction goes on,
 * and the caller decides its end. Throws what `work` throws, after rolling back its own transaction.
 */
export async function inTransaction<T>(db: Database, work: (client: ClientBase) => Promise<T>): Promise<T> {
  if (!isPool(db)) return work(db)
  const client: PoolClient = await db.connect()
  let broken = false
  // A connection that breaks between two statements tells so by an event; unheard, that event would end the process.
  // The next statement fails, which is where the loss is dealt with.
  const onLoss = () => {
    broken = true
  }
  client.on('error', onLoss)
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    // A connection that is lost or silent is closed, which rolls back too; asking it to would only wait again.
    broken ||= isDatabaseUnavailable(error) || (await client.query('rollback').then(no, yes))
    throw error
  } finally {
    client.off('error', onLoss)
    client.release(broken)
  }
}

const yes = () => true
const no = () => false

/** The one place that decides whether a scan-path statement is sent by name (old pgbouncer breaks named ones). */
export function statement(pooler: Pooler, name: string, text: string, values: unknown[]): QueryConfig {
  return pooler === 'none' ? { name, text, values } : { text, values }
}

/** First row of a statement that always gives one. Throws when it gave none, which is a defect of the statement. */
export function onlyRow<R extends QueryResultRow>(result: { rows: R[] }): R {
  const row = result.rows[0]
  if (!row) throw new Error('the statement gave no row')
  return row
}

function isPool(db: Database): db is Pool {
  return 'totalCount' in db
}
