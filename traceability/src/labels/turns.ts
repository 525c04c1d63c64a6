/** Processor time after which other requests get their turn. */
const TURN_MS = 8

/** Waits for the other work of the process after each few milliseconds, however fast the reader is. */
export function turns(): () => Promise<void> {
  let last = performance.now()
  return async () => {
    if (performance.now() - last < TURN_MS) return
    await new Promise((resolve) => setImmediate(resolve))
    last = performance.now()
  }
}
