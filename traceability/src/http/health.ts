import type { Pool } from 'pg'
import { doneMigrations, neededMigration } from '../storage/migration-level.ts'
import { partitionsAhead } from '../storage/partitions.ts'
import { isDatabaseUnavailable } from '../storage/unavailable.ts'
import type { ScanLog } from '../verdicts/scan-log.ts'

export interface Health {
  /** `down` and `stopping` answer 503; `degraded` answers 200 and wants somebody to look. */
  status: 'ok' | 'degraded' | 'down' | 'stopping'
  dependencies: { database: { status: 'ok' | 'down'; message: string | null; milliseconds: number } }
  migration: { done: string | null; needed: string }
  partitionsAhead: number | null
  scanLog: { waiting: number; dropped: number }
}

const BUDGET_MS = 1_000
const KEEP_MS = 1_000
const FEWEST_PARTITIONS_AHEAD = 2

/** Asks the dependencies within one second; an answer is kept for one second, so that probes cost the database nothing. */
export function healthCheck(pool: Pool, scanLog: ScanLog, isStopping: () => boolean): () => Promise<Health> {
  const needed = neededMigration()
  let kept: { at: number; health: ReturnType<typeof ask> } | null = null

  async function ask(): Promise<Omit<Health, 'scanLog'>> {
    const started = performance.now()
    try {
      const { done, ahead } = await withinBudget(databaseState(pool))
      const lags = !done.includes(needed)
      const few = ahead < FEWEST_PARTITIONS_AHEAD
      const milliseconds = Math.round(performance.now() - started)
      return {
        status: lags || ahead < 0 ? 'down' : few ? 'degraded' : 'ok',
        dependencies: {
          database: {
            status: lags ? 'down' : 'ok',
            message: lags ? `Schema trace lacks migration ${needed}; run the migrations` : null,
            milliseconds,
          },
        },
        migration: { done: done.at(-1) ?? null, needed },
        partitionsAhead: ahead,
      }
    } catch (error) {
      return {
        status: 'down',
        dependencies: {
          database: { status: 'down', message: reason(error), milliseconds: Math.round(performance.now() - started) },
        },
        migration: { done: null, needed },
        partitionsAhead: null,
      }
    }
  }

  return async () => {
    const now = performance.now()
    if (!kept || now - kept.at > KEEP_MS) kept = { at: now, health: ask() }
    const health = { ...(await kept.health), scanLog: scanLog.state() }
    return isStopping() ? { ...health, status: 'stopping' } : health
  }
}

async function databaseState(pool: Pool): Promise<{ done: string[]; ahead: number }> {
  const done = await doneMigrations(pool)
  return { done, ahead: await partitionsAhead(pool) }
}

/** No host, user or statement: the answer is public. */
function reason(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === '42P01') {
    return 'Schema trace is not there yet; run the migrations'
  }
  return isDatabaseUnavailable(error) || error instanceof BudgetError
    ? 'The database does not answer'
    : 'The database answers with an error'
}

class BudgetError extends Error {}

async function withinBudget<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  try {
    return await Promise.race([
      work,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new BudgetError('health budget')), BUDGET_MS)
      }),
    ])
  } finally {
    clearTimeout(timer)
  }
}
