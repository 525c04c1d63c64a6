import type { Pool } from 'pg'
import type { CredentialIssuer } from '../credentials/issuer.ts'
import { refreshCredentials } from '../credentials/refresh.ts'
import { publishStatusLists } from '../credentials/status-lists.ts'
import { LogStoppedError, type LogWriter } from '../log/log-writer.ts'
import { thinCheckpoints } from '../storage/log.ts'
import { makePartitions } from '../storage/partitions.ts'
import { eraseOldDeviceHashes } from '../storage/retention.ts'
import { isDatabaseUnavailable } from '../storage/unavailable.ts'
import type { Log } from './log.ts'

const DAY_MS = 86_400_000
const CHECKPOINTS_KEPT_MS = DAY_MS
const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 30_000
const SEQUENCE_EVERY_MS = 1_000
const LEAVES_AT_ONCE = 2_000

/**
 * Upkeep: partitions three months ahead, the 90-day erasure and one checkpoint a day for days past, at the start and daily. While the database is away
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
      const thinned = await thinCheckpoints(pool, new Date(now.getTime() - CHECKPOINTS_KEPT_MS))
      retryMs = FIRST_RETRY_MS
      log.write('info', 'upkeep done', {
        partitionsMade: made,
        deviceHashesErased: erased,
        checkpointsThinned: thinned,
      })
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

const CREDENTIALS_EVERY_MS = 60_000

/**
 * Keeps credentials in line with the calendar and the keys, and publishes status lists; at the start and every minute. Any number of processes may run it. Out: a function that stops it.
 */
export function startCredentials(pool: Pool, issuer: CredentialIssuer, log: Log): () => void {
  let timer: NodeJS.Timeout | null = null
  let stopped = false

  async function run(): Promise<void> {
    try {
      const { products, failed } = await refreshCredentials(pool, issuer, new Date())
      for (const each of failed) log.write('error', 'credentials of a product could not be renewed', each)
      const editions = (await publishStatusLists(pool, issuer, new Date())).filter((list) => list.fresh)
      if (products + editions.length > 0) log.write('info', 'credentials renewed', { products, lists: editions.length })
    } catch (error) {
      if (!stopped) {
        log.write(
          isDatabaseUnavailable(error) ? 'warn' : 'error',
          'credentials could not be renewed; again in a minute',
          {
            reason: error instanceof Error ? error.message : String(error),
          },
        )
      }
    }
    if (!stopped) {
      timer = setTimeout(() => void run(), CREDENTIALS_EVERY_MS)
      timer.unref()
    }
  }

  void run()
  return () => {
    stopped = true
    if (timer !== null) clearTimeout(timer)
  }
}

/**
 * The transparency log's writer at work: every second it gives waiting leaves their places and publishes a checkpoint. Any
 * number of processes may run it; one at a time writes, and another follows when that one ends. On errors it tries again,
 * ever more slowly, and lets others try meanwhile. Out: a function that stops it, which resolves when nothing is under way.
 */
export function startSequencer(writer: LogWriter, log: Log): () => Promise<void> {
  let timer: NodeJS.Timeout | null = null
  let stopped = false
  let retryMs = FIRST_RETRY_MS
  let running: Promise<void> = Promise.resolve()

  async function write(): Promise<void> {
    const started = performance.now()
    let placed: number | null
    let total = 0
    do {
      placed = await writer.sequencePending(LEAVES_AT_ONCE)
      total += placed ?? 0
      // Many may wait: then checkpoints still come every second.
    } while (placed === LEAVES_AT_ONCE && !stopped && performance.now() - started < SEQUENCE_EVERY_MS)
    if (placed === null) return
    await writer.publishCheckpoint()
    if (total > 0) {
      const milliseconds = Math.round(performance.now() - started)
      log.write('debug', 'leaves logged', { leaves: total, milliseconds })
    }
  }

  async function run(): Promise<void> {
    let next = SEQUENCE_EVERY_MS
    try {
      await write()
      retryMs = FIRST_RETRY_MS
    } catch (error) {
      await writer.release().catch(() => undefined)
      if (stopped) return
      next = retryMs
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
      log.write(
        isDatabaseUnavailable(error) ? 'warn' : 'error',
        'the log could not be written and will be tried again',
        {
          reason: error instanceof Error ? error.message : String(error),
          needsSomebody: error instanceof LogStoppedError,
          inMilliseconds: next,
        },
      )
    }
    if (!stopped) {
      timer = setTimeout(start, next)
      timer.unref()
    }
  }

  function start(): void {
    running = run()
  }

  start()
  return async () => {
    stopped = true
    if (timer !== null) clearTimeout(timer)
    await running
    await writer.release().catch(() => undefined)
  }
}
