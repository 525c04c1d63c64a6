import type { Pool } from 'pg'
import { makePartitions } from '../storage/partitions.ts'
import { eraseOldDeviceHashes } from '../storage/retention.ts'
import { isDatabaseUnavailable } from '../storage/unavailable.ts'
import type { Log } from './log.ts'

const DAY_MS = 86_400_000
const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 30_000

/**
 * Upkeep: partitions three months ahead and the 90-day erasure, at the start and then daily. While the database is away
 * it tries again, ever more slowly. Any number of processes may run it. Out: a function that stops it.
 */
export function startUpkeep(pool: Pool, log: Log): () => void {
  let timer: NodeJS.Timeout | null = null
  let stopped = false
  let retryMs = FIRST_RETRY_MS

  async function run(): Promise<void> {
    let next = DAY_MS
    try {
      const now = new Date()
      const made = await makePartitions(pool, now)
      const erased = await eraseOldDeviceHashes(pool, now)
      retryMs = FIRST_RETRY_MS
      log.write('info', 'upkeep done', { partitionsMade: made, deviceHashesErased: erased })
    } catch (error) {
      if (stopped) return
      next = retryMs
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
      log.write(isDatabaseUnavailable(error) ? 'warn' : 'error', 'upkeep failed and will be tried again', {
        reason: error instanceof Error ? error.message : String(error),
        inMilliseconds: next,
      })
    }
    if (!stopped) {
      timer = setTimeout(() => void run(), next)
      timer.unref()
    }
  }

  void run()
  return () => {
    stopped = true
    if (timer !== null) clearTimeout(timer)
  }
}
