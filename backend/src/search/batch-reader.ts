/** How long questions are collected before they are asked together. */
const WINDOW_MS = 40
const MOST_KEYS = 200

interface Batch<Value> {
  keys: Set<string>
  answer: Promise<ReadonlyMap<string, Value>>
  ask: () => void
}

/**
 * Asks about many keys at once. One change of a product is announced by several events, and a thousand new products by
 * thousands: what they need is read in a few large queries instead of one each.
 * A key is always read after it was asked for, so an answer is never older than the question. Nothing is kept.
 * Batches are read one after the other: what `read` does with an older state is over before a newer state is read.
 */
export class BatchReader<Value> {
  private open: Batch<Value> | null = null
  private last: Promise<unknown> = Promise.resolve()

  /** `read` gets up to 200 different keys; keys missing in its answer have no value. */
  constructor(private readonly read: (keys: string[]) => Promise<ReadonlyMap<string, Value>>) {}

  /** The values of some keys. Throws what `read` throws. */
  async get(keys: readonly string[]): Promise<Map<string, Value>> {
    const batches = new Set<Batch<Value>>()
    for (const key of keys) {
      const batch = this.batch()
      batch.keys.add(key)
      batches.add(batch)
      if (batch.keys.size >= MOST_KEYS) batch.ask()
    }
    const answers = await Promise.all([...batches].map(({ answer }) => answer))
    const found = new Map<string, Value>()
    for (const key of keys) {
      for (const answer of answers) {
        const value = answer.get(key)
        if (value !== undefined) found.set(key, value)
      }
    }
    return found
  }

  private batch(): Batch<Value> {
    if (this.open) return this.open
    const keys = new Set<string>()
    let close: () => void = () => {}
    const closed = new Promise<void>((resolve) => {
      close = resolve
    })
    const answer = Promise.all([closed, this.last]).then(() => this.read([...keys]))
    this.last = answer.catch(() => {})
    const batch: Batch<Value> = {
      keys,
      ask: () => {
        clearTimeout(timer)
        if (this.open === batch) this.open = null
        close()
      },
      answer,
    }
    const timer = setTimeout(batch.ask, WINDOW_MS)
    this.open = batch
    return batch
  }
}
