import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import Redis from 'ioredis'
import { type Environment, environment } from '../env'
import { OUTBOX_MODULE } from '../modules/outbox'
import type { OutboxModuleService } from '../modules/outbox/service'
import { inTransaction } from '../money/in-transaction'
import { PRODUCT_INDEX } from '../search/catalogue'
import { lastCheck } from '../settlement/check-balance'
import { isDraining } from './draining'

type DependencyStatus = 'ok' | 'degraded' | 'down'

interface Dependency {
  status: DependencyStatus
  ms: number
  detail?: Record<string, unknown>
}

export interface HealthReport {
  status: 'ok' | 'degraded' | 'down' | 'draining'
  service: 'backend'
  mode: Environment['MEDUSA_WORKER_MODE']
  dependencies: Record<string, Dependency>
}

const BUDGET_MS = 1_000
const CACHE_MS = 1_000
/** A passport that waits longer is worth somebody's look; the shop itself works on. */
const OUTBOX_LATE_SECONDS = 60

let cached: { at: number; report: Promise<HealthReport> } | undefined

/** Asks every dependency, within one second; an answer is used for one second. Never throws. */
export function healthReport(container: MedusaContainer): Promise<HealthReport> {
  if (!cached || Date.now() - cached.at > CACHE_MS) {
    cached = { at: Date.now(), report: ask(container, environment()) }
  }
  return isDraining() ? cached.report.then((report) => ({ ...report, status: 'draining' })) : cached.report
}

/** 200 while requests can be served, 503 else. A missing Redis or Meilisearch is `degraded`, still 200. */
export function healthStatus(report: HealthReport): 200 | 503 {
  return report.status === 'ok' || report.status === 'degraded' ? 200 : 503
}

async function ask(container: MedusaContainer, env: Environment): Promise<HealthReport> {
  const checks: [string, Promise<Dependency>][] = [
    ['database', timed('down', () => askDatabase(container))],
    ['catalogue', timed('down', () => askCatalogue(container))],
    ['search', timed('degraded', () => askSearch(env))],
    ['outbox', timed('degraded', () => askOutbox(container))],
    ['ledger', timed('degraded', () => askLedger(container))],
  ]
  if (env.REDIS_URL !== undefined) {
    const url = env.REDIS_URL
    checks.push(['redis', timed('degraded', () => askRedis(url))])
  }
  const answers = await Promise.all(checks.map(async ([name, answer]) => [name, await answer] as const))
  const statuses = answers.map(([, dependency]) => dependency.status)
  return {
    status: statuses.includes('down') ? 'down' : statuses.includes('degraded') ? 'degraded' : 'ok',
    service: 'backend',
    mode: env.MEDUSA_WORKER_MODE,
    dependencies: Object.fromEntries(answers),
  }
}

async function timed(onFailure: DependencyStatus, work: () => Promise<Omit<Dependency, 'ms'>>): Promise<Dependency> {
  const started = performance.now()
  const elapsed = () => Math.round(performance.now() - started)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer within a second')), BUDGET_MS)
  })
  try {
    return { ...(await Promise.race([work(), late])), ms: elapsed() }
  } catch {
    return { status: onFailure, ms: elapsed() }
  } finally {
    clearTimeout(timer)
  }
}

async function askDatabase(container: MedusaContainer): Promise<Omit<Dependency, 'ms'>> {
  await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw('SELECT 1')
  return { status: 'ok' }
}

/** A shop that was just filled is not ready before its catalogue is indexed: every list would be empty. */
async function askCatalogue(container: MedusaContainer): Promise<Omit<Dependency, 'ms'>> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw('SELECT 1 FROM search_index WHERE name = ? AND active_version IS NOT NULL AND deleted_at IS NULL', [
      PRODUCT_INDEX,
    ])
  return { status: rows.length > 0 ? 'ok' : 'down' }
}

async function askSearch(env: Environment): Promise<Omit<Dependency, 'ms'>> {
  if (env.MEILISEARCH_HOST === undefined) return { status: 'ok', detail: { engine: 'postgres' } }
  const response = await fetch(new URL('/health', env.MEILISEARCH_HOST), { signal: AbortSignal.timeout(BUDGET_MS) })
  return { status: response.ok ? 'ok' : 'degraded', detail: { engine: 'meilisearch' } }
}

async function askOutbox(container: MedusaContainer): Promise<Omit<Dependency, 'ms'>> {
  const outbox: OutboxModuleService = container.resolve(OUTBOX_MODULE)
  const backlog = await outbox.backlog()
  const late = backlog.oldest_seconds > OUTBOX_LATE_SECONDS || backlog.dead > 0
  return {
    status: late ? 'degraded' : 'ok',
    detail: { waiting: backlog.waiting, dead: backlog.dead, oldestSeconds: Math.round(backlog.oldest_seconds) },
  }
}

/** What the last look through the books found; the shop works on, and a person must look. */
async function askLedger(container: MedusaContainer): Promise<Omit<Dependency, 'ms'>> {
  const check = await inTransaction(container, lastCheck)
  if (check === null) return { status: 'ok' }
  return { status: check.ok ? 'ok' : 'degraded', detail: { checkedAt: check.at, faults: check.faults.length } }
}

let redis: Redis | undefined

async function askRedis(url: string): Promise<Omit<Dependency, 'ms'>> {
  redis ??= new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, connectTimeout: BUDGET_MS }).on(
    'error',
    () => undefined,
  )
  await redis.ping()
  return { status: 'ok' }
}
