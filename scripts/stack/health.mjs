import { setTimeout as sleep } from 'node:timers/promises'
import { StackError } from './stack-error.mjs'

/**
 * Waits until `GET {url}` answers 200. Throws a StackError with the program's last lines when it has not within
 * `patienceMs`; an abort of `signal` ends the wait.
 * @param {{ name: string, url: string, lastLines: () => string[], patienceMs?: number, signal?: AbortSignal }} wait
 */
export async function waitForHealth({ name, url, lastLines, patienceMs = 120_000, signal }) {
  const deadline = Date.now() + patienceMs
  let seen = 'no answer'
  while (Date.now() < deadline) {
    signal?.throwIfAborted()
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(2_000) })
      if (response.ok) return
      seen = `status ${response.status}: ${(await response.text()).slice(0, 200)}`
    } catch (error) {
      seen = error.cause?.code ?? error.message
    }
    await sleep(150)
  }
  throw new StackError(
    `The ${name} did not become healthy (${seen}).`,
    `Its log is in the logs folder of the data folder; the last lines are above.`,
    lastLines(),
  )
}
