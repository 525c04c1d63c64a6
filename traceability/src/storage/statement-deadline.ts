import pg from 'pg'

/** How often connections are looked at: a statement may take this much longer than its deadline. */
const LOOK_EVERY_MS = 250

/** Those with a statement that is not answered yet. */
const watched = new Set<WatchedClient>()
let looking: NodeJS.Timeout | null = null

interface WatchedClient {
  endWhenSilent(now: number): void
}

/**
 * A client whose statements fail when the server has not answered them after `milliseconds`; what is silent is taken for lost,
 * so the connection is closed. The same as `query_timeout` of `pg`, which makes a timer a statement: under load those, and
 * through them the rows read, outlived the collection of young objects, and each collection took twice as long, twice as often.
 * In: milliseconds. Out: a class for `pg.Pool`'s option `Client`. Its statements reject with an error that
 * `isDatabaseUnavailable` knows.
 */
export function clientWithDeadline(milliseconds: number): typeof pg.Client {
  return class extends pg.Client implements WatchedClient {
    /** When the statements that are not answered yet were handed over, oldest first. */
    readonly #asked: number[] = []

    constructor(config?: string | pg.ClientConfig) {
      super(config)
      this.connection.on('readyForQuery', () => {
        this.#asked.shift()
        if (this.#asked.length === 0) watched.delete(this)
      })
    }

    override query = ((...question: unknown[]) => {
      this.#asked.push(performance.now())
      watch(this)
      return (super.query as (...question: unknown[]) => unknown).apply(this, question)
    }) as pg.Client['query']

    endWhenSilent(now: number): void {
      if (now - (this.#asked[0] ?? now) <= milliseconds) return
      this.#asked.length = 0
      watched.delete(this)
      this.connection.stream.destroy(new Error('Query read timeout'))
    }
  }
}

function watch(client: WatchedClient): void {
  watched.add(client)
  looking ??= setInterval(look, LOOK_EVERY_MS).unref()
}

function look(): void {
  const now = performance.now()
  for (const each of watched) each.endWhenSilent(now)
  if (watched.size > 0 || looking === null) return
  clearInterval(looking)
  looking = null
}
