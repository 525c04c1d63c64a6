import type { Logger } from '@medusajs/framework/types'
import { currentRequestId } from '../http/request-context'

const LEVELS = ['error', 'warn', 'info', 'http', 'debug'] as const
type Level = (typeof LEVELS)[number]

/** Medusa's many words for a level, in ours. */
const LEVEL_OF: Record<string, Level> = { silly: 'debug', verbose: 'debug' }

export interface JsonLoggerOptions {
  level: Level
  service: string
  write: (line: string) => void
}

/**
 * Medusa's logger as one JSON object a line: `time`, `level`, `service`, `requestId`, `msg`, and more by event.
 * Errors carry their stack here and nowhere else. Line breaks are inside JSON strings, so one event is one line.
 */
export class JsonLogger implements Logger {
  private level: Level
  private readonly options: JsonLoggerOptions
  private readonly activities = new Map<string, string>()
  private nextActivity = 0

  constructor(options: JsonLoggerOptions) {
    this.options = options
    this.level = options.level
  }

  /** Writes one event. `fields` must be free of secrets and personal data. */
  event(level: Level, msg: string, fields: Readonly<Record<string, unknown>> = {}): void {
    if (!this.enabled(level)) return
    const line = {
      time: new Date().toISOString(),
      level,
      service: this.options.service,
      requestId: currentRequestId(),
      msg,
      ...fields,
    }
    this.options.write(`${JSON.stringify(line)}\n`)
  }

  /** Medusa's own access log is off: it prints whole URLs and addresses. Ours is in src/http/begin-request.ts. */
  shouldLog(level: string): boolean {
    return level !== 'http' && this.enabled(toLevel(level))
  }
  setLogLevel(level: string): void {
    this.level = toLevel(level)
  }
  unsetLogLevel(): void {
    this.level = this.options.level
  }
  panic(data: unknown): void {
    this.event('error', textOf(data), { stack: stackOf(data) })
    process.exit(1)
  }
  error(messageOrError: string | Error, error?: Error): void {
    const cause = error ?? (messageOrError instanceof Error ? messageOrError : undefined)
    const fields = cause ? { error: cause.message, stack: cause.stack } : {}
    this.event('error', textOf(messageOrError), fields)
  }
  warn(message: string): void {
    this.event('warn', textOf(message))
  }
  info(message: string): void {
    this.event('info', textOf(message))
  }
  http(message: string): void {
    this.event('http', textOf(message))
  }
  verbose(message: string): void {
    this.event('debug', textOf(message))
  }
  debug(message: string): void {
    this.event('debug', textOf(message))
  }
  silly(message: string): void {
    this.event('debug', textOf(message))
  }
  log(...args: unknown[]): void {
    this.event('info', args.map(textOf).join(' '))
  }
  activity(message: string): string {
    this.nextActivity += 1
    const id = String(this.nextActivity)
    this.activities.set(id, message)
    this.event('info', message)
    return id
  }
  progress(activityId: string, message: string): void {
    this.event('debug', message, { activity: this.activities.get(activityId) })
  }
  success(activityId: string, message: string): Record<string, unknown> {
    this.event('info', message, { activity: this.activities.get(activityId) })
    this.activities.delete(activityId)
    return {}
  }
  failure(activityId: string, message: string): unknown {
    this.event('error', message, { activity: this.activities.get(activityId) })
    this.activities.delete(activityId)
    return {}
  }

  private enabled(level: Level): boolean {
    return LEVELS.indexOf(level) <= LEVELS.indexOf(this.level)
  }
}

function toLevel(level: string): Level {
  return LEVELS.find((known) => known === level) ?? LEVEL_OF[level] ?? 'info'
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (value instanceof Error) return value.message
  return JSON.stringify(value) ?? String(value)
}

function stackOf(value: unknown): string | undefined {
  return value instanceof Error ? value.stack : undefined
}
