const LEVELS = ['debug', 'info', 'warn', 'error'] as const
export type Level = (typeof LEVELS)[number]

export interface Log {
  write(level: Level, msg: string, fields?: Record<string, unknown>): void
  /** Puts out what waits; for the end of the process. */
  flush(): void
}

const FLUSH_AFTER_MS = 20
const FLUSH_AT = 200

/**
 * JSON lines: `time`, `level`, `service`, `msg` and the given fields. Lines are gathered for some milliseconds, because
 * a write to a pipe blocks the process. Fields must hold no secret, no code of a unit, no address of a client.
 */
export function createLog(least: Level, out: { write(text: string): unknown }): Log {
  let lines: string[] = []
  let timer: NodeJS.Timeout | null = null

  function flush(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (lines.length === 0) return
    const text = `${lines.join('\n')}\n`
    lines = []
    out.write(text)
  }

  return {
    flush,
    write(level, msg, fields) {
      if (LEVELS.indexOf(level) < LEVELS.indexOf(least)) return
      lines.push(JSON.stringify({ time: new Date().toISOString(), level, service: 'traceability', msg, ...fields }))
      if (lines.length >= FLUSH_AT || level === 'error') flush()
      else timer ??= setTimeout(flush, FLUSH_AFTER_MS)
    },
  }
}
