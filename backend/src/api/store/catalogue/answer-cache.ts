/** How long an answer is given again: short enough that a price or a sold-out product is never older than two seconds. */
const FRESH_MS = 1_000
const MOST_ANSWERS = 500

/**
 * Keeps finished answers of this process for a second, so that a rush on one page is one search. Equal questions asked at
 * the same time share one answer; a failure is not kept.
 */
export class AnswerCache {
  private readonly answers = new Map<string, { until: number; body: Promise<string> }>()

  constructor(private readonly freshMs: number = FRESH_MS) {}

  /** The body kept under a key, or the one that `make` gives. Throws what `make` throws. */
  async get(key: string, make: () => Promise<string>): Promise<string> {
    const now = Date.now()
    const kept = this.answers.get(key)
    if (kept && kept.until > now) return await kept.body

    this.forget(now)
    const body = make()
    this.answers.set(key, { until: now + this.freshMs, body })
    try {
      return await body
    } catch (error) {
      if (this.answers.get(key)?.body === body) this.answers.delete(key)
      throw error
    }
  }

  /** Entries stand in the order they were made, the oldest first. */
  private forget(now: number): void {
    for (const [key, { until }] of this.answers) {
      if (until > now && this.answers.size < MOST_ANSWERS) break
      this.answers.delete(key)
    }
  }
}
