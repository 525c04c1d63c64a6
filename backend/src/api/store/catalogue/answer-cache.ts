/** How long an answer is given again: short enough that a price or a sold-out product is never older than two seconds. */
const FRESH_MS = 1_000
const MOST_ANSWERS = 500

/** A finished body, and the moment (milliseconds since the epoch) until which it may be given again. */
export interface KeptAnswer {
  body: string
  until: number
}

/**
 * Keeps finished answers of this process for a second, so that a rush on one page is one search. Equal questions asked at
 * the same time share one answer; a failure is not kept.
 */
export class AnswerCache {
  private readonly answers = new Map<string, { until: number; body: Promise<string> }>()

  constructor(private readonly freshMs: number = FRESH_MS) {}

  /** The body kept under a key, or the one that `make` gives. Throws what `make` throws. */
  async get(key: string, make: () => Promise<string>): Promise<KeptAnswer> {
    const now = Date.now()
    const kept = this.answers.get(key)
    if (kept && kept.until > now) return { body: await kept.body, until: kept.until }

    makeRoom(this.answers, now)
    const entry = { until: now + this.freshMs, body: make() }
    this.answers.delete(key)
    this.answers.set(key, entry)
    try {
      return { body: await entry.body, until: entry.until }
    } catch (error) {
      if (this.answers.get(key) === entry) this.answers.delete(key)
      throw error
    }
  }
}

/** Entries stand in the order they were made, the oldest first. */
export function makeRoom(answers: Map<string, { until: number }>, now: number): void {
  for (const [key, { until }] of answers) {
    if (until > now && answers.size < MOST_ANSWERS) break
    answers.delete(key)
  }
}
