import type pg from 'pg'
import type { QueryConfig, QueryResult, QueryResultRow } from 'pg'
import type { Reader } from './database.ts'
import { isDatabaseUnavailable } from './unavailable.ts'

export interface PipelinedReader extends Reader {
  /** Statements sent and not yet answered. */
  inFlight(): number
  end(): Promise<void>
}

interface Lane {
  client: Promise<pg.Client> | null
  inFlight: number
}

/**
 * A few connections that are sent statements without waiting for earlier answers (PostgreSQL's pipeline mode). For key
 * look-ups under load that halves the processor time of both sides against a pool, where each statement wakes a
 * process of its own. Not for slow statements: later ones wait behind them, and one that times out takes its lane along.
 * A lane that breaks fails what is on it and is opened again by the next statement; until the database answers, each
 * statement fails within the connection timeout. In: connection settings, the kind of client (whose deadline
 * they have), number of lanes.
 */
export function pipelinedReader(config: pg.ClientConfig, Client: typeof pg.Client, lanes: number): PipelinedReader {
  const all: Lane[] = Array.from({ length: lanes }, () => ({ client: null, inFlight: 0 }))

  const gathering = new Set<pg.Client>()

  function open(lane: Lane): Promise<pg.Client> {
    const client = new Client({ ...config, pipeline: true })
    const opened = client.connect().then(() => client)
    lane.client = opened
    const forget = () => {
      if (lane.client === opened) lane.client = null
    }
    client.on('error', forget)
    client.on('end', forget)
    opened.catch(forget)
    return opened
  }

  function close(lane: Lane, opened: Promise<pg.Client>): void {
    if (lane.client === opened) lane.client = null
    opened.then((client) => client.end()).catch(() => undefined)
  }

  /** Statements of one turn of the event loop leave in one write: the server is woken once for all of them. */
  function gather(client: pg.Client): void {
    if (gathering.has(client)) return
    gathering.add(client)
    const { stream } = client.connection
    stream.cork()
    setImmediate(() => {
      gathering.delete(client)
      stream.uncork()
    })
  }

  return {
    async query<R extends QueryResultRow>(statement: QueryConfig): Promise<QueryResult<R>> {
      const lane = all.reduce((least, each) => (each.inFlight < least.inFlight ? each : least))
      lane.inFlight += 1
      const opened = lane.client ?? open(lane)
      try {
        const client = await opened
        gather(client)
        return await client.query<R>(statement)
      } catch (error) {
        if (isDatabaseUnavailable(error)) close(lane, opened)
        throw error
      } finally {
        lane.inFlight -= 1
      }
    },
    inFlight: () => all.reduce((sum, lane) => sum + lane.inFlight, 0),
    async end() {
      const open = all.flatMap((lane) => lane.client ?? [])
      await Promise.all(open.map((opened) => opened.then((client) => client.end()).catch(() => undefined)))
    },
  }
}
