import type { Pool } from 'pg'
import { isDatabaseUnavailable } from '../storage/unavailable.ts'
import { cloneSettings, judgeDueUnits } from '../verdicts/clone-alerts.ts'
import { CLONE_SETTINGS, type CloneSettings } from '../verdicts/clone-settings.ts'
import type { Log } from './log.ts'

const EVERY_MS = 1_000
const SETTINGS_EVERY_MS = 60_000
const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 30_000

export interface CloneWatch {
  settings(): CloneSettings
  /** Lets a running judgement end, and starts no other. */
  stop(): Promise<void>
}

/**
 * Judges marked units once a second, beside the scans and never before one: any number of processes may do so. While the
 * database is away it tries again, ever more slowly; marks wait in their rows.
 */
export function startCloneWatch(pool: Pool, log: Log): CloneWatch {
  let settings = CLONE_SETTINGS
  let settingsAt = 0
  let retryMs = FIRST_RETRY_MS
  let stopped = false
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> = Promise.resolve()

  async function run(): Promise<void> {
    let next = EVERY_MS
    try {
      if (Date.now() - settingsAt > SETTINGS_EVERY_MS) {
        const read = await cloneSettings(pool)
        settings = read.settings
        settingsAt = Date.now()
        if (read.problem)
          log.write('error', 'clone settings are not valid; defaults are used', { reason: read.problem })
      }
      let more = true
      while (more && !stopped) more = (await judgeDueUnits(pool, settings, new Date())).more
      retryMs = FIRST_RETRY_MS
    } catch (error) {
      if (stopped) return
      next = retryMs
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
      log.write(isDatabaseUnavailable(error) ? 'warn' : 'error', 'units could not be judged and wait', {
        reason: error instanceof Error ? error.message : String(error),
        inMilliseconds: next,
      })
    }
    schedule(next)
  }

  function schedule(milliseconds: number): void {
    if (stopped) return
    timer = setTimeout(() => {
      running = run()
    }, milliseconds)
    timer.unref()
  }

  schedule(EVERY_MS)
  return {
    settings: () => settings,
    async stop() {
      stopped = true
      if (timer !== null) clearTimeout(timer)
      await running
    },
  }
}
