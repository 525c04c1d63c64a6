import type { Pool } from 'pg'
import type { Pooler } from '../storage/database.ts'
import { type DeviceWindow, insertScans, type Scan } from '../storage/scans.ts'
import { deviceWindow } from './asking-device.ts'

export interface ScanLog {
  /** Takes a scan and returns at once. Never throws and never makes the asker wait. */
  add(scan: Scan): void
  /** Scans waiting, and scans given up since the start because the database could not take them. */
  state(): { waiting: number; dropped: number }
  /** Writes what waits, as far as the database takes it, and stops. */
  close(): Promise<void>
}

/** Scans are written together this often: at 1,000 scans/s that is 20 commits instead of 1,000. */
const FLUSH_EVERY_MS = 50
/** The writer rests as long as it worked, so that it never takes more than half of one connection's time. */
const REST_FACTOR = 1
/** After a failure the next try waits; scans gather meanwhile. */
const RETRY_AFTER_MS = 1_000
const MAX_SCANS_A_FLUSH = 2_000
/** About 40 s of a national peak. Beyond it the newest scans are dropped: statistics, never verdicts. */
const MAX_WAITING = 40_000

/**
 * The scan log: a queue in memory and one writer. In: `onError` is told of each failed write, with the number dropped so
 * far; it must not throw.
 */
export function createScanLog(pool: Pool, pooler: Pooler, onError: (error: unknown, dropped: number) => void): ScanLog {
  let waiting: Scan[] = []
  let dropped = 0
  let timer: NodeJS.Timeout | null = null
  let writing: Promise<void> | null = null
  let closed = false

  function schedule(delay: number): void {
    if (timer === null && writing === null && !closed) timer = setTimeout(start, delay)
  }

  function start(): void {
    timer = null
    const started = performance.now()
    writing = write().then((failed) => {
      writing = null
      const took = performance.now() - started
      if (waiting.length > 0) schedule(failed ? RETRY_AFTER_MS : Math.max(FLUSH_EVERY_MS, took * REST_FACTOR))
    })
  }

  /** Out: whether it failed; then its scans wait in front of the others again. */
  async function write(): Promise<boolean> {
    const scans = waiting.slice(0, MAX_SCANS_A_FLUSH)
    if (scans.length === 0) return false
    waiting = waiting.slice(scans.length)
    try {
      await insertScans(pool, pooler, scans, windowOf(scans))
      return false
    } catch (error) {
      // What the database refuses as data would be refused for ever and hold up all others; all else is tried again.
      if (isDataError(error)) dropped += scans.length
      else waiting = scans.concat(waiting)
      dropped += Math.max(0, waiting.length - MAX_WAITING)
      waiting.length = Math.min(waiting.length, MAX_WAITING)
      onError(error, dropped)
      return true
    }
  }

  return {
    add(scan) {
      if (waiting.length >= MAX_WAITING) dropped += 1
      else waiting.push(scan)
      schedule(FLUSH_EVERY_MS)
    },
    state: () => ({ waiting: waiting.length, dropped }),
    async close() {
      closed = true
      if (timer !== null) clearTimeout(timer)
      await writing
      while (waiting.length > 0) {
        if (await write()) return
      }
    },
  }
}

/** From the day of the oldest to the day of the newest: a write at midnight holds scans of two days. */
function windowOf(scans: readonly Scan[]): DeviceWindow {
  const times = scans.map((scan) => scan.scannedAt.getTime())
  return {
    from: deviceWindow(new Date(Math.min(...times))).from,
    to: deviceWindow(new Date(Math.max(...times))).to,
  }
}

/** SQLSTATE class 22: a value that no later try makes acceptable. */
function isDataError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('22')
}
