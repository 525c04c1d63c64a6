import { JsonLogger } from './json-logger'

const LEVELS = ['error', 'warn', 'info', 'http', 'debug'] as const

/** The one logger of this process. It reads LOG_LEVEL itself: commands that need no full environment log too. */
export const shopLogger = new JsonLogger({
  level: LEVELS.find((level) => level === process.env.LOG_LEVEL) ?? 'info',
  service: 'backend',
  write: (line) => process.stdout.write(line),
})
