import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export const TOKEN = 'test-token-test-token-test-token-test-token'
export const CODE_KEY = '0f'.repeat(32)
export const SCRATCH_KEY = 'd4'.repeat(32)
export const STOREFRONT_URL = 'http://shop.test:3000'
/** A telephone's browser; without one a check is a program's and is not counted. */
export const PHONE =
  'Mozilla/5.0 (Linux; Android 14; SM-A156E) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36'

export interface RunningService {
  url: string
  /** JSON lines written so far, and whatever else came out. */
  lines: string[]
  pid: number
  kill(signal: NodeJS.Signals): void
  /** Resolves with the exit code; null when a signal ended it. */
  ended: Promise<number | null>
  /** Sends SIGTERM and waits. */
  stop(): Promise<number | null>
}

/** Starts `dist/http/main.js` as its own process on a free port. Throws with its output when it ends before it listens. */
export async function runService(
  databaseUrl: string,
  environment: Record<string, string> = {},
): Promise<RunningService> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../dist/http/main.js', import.meta.url))], {
    env: {
      PATH: process.env.PATH ?? '',
      TRACE_DATABASE_URL: databaseUrl,
      TRACE_INTERNAL_TOKEN: TOKEN,
      CODE_KEY,
      SCAN_PEPPER: 'c4'.repeat(32),
      STOREFRONT_URL,
      CREDENTIAL_KEYS: `test-1:${'a1'.repeat(32)}`,
      LOG_KEY: 'b2'.repeat(32),
      LABEL_KEY: 'c3'.repeat(32),
      SCRATCH_KEY,
      LOG_CHECKPOINT_FILE: path.join(mkdtempSync(path.join(tmpdir(), 'trace-log-')), 'checkpoint'),
      PORT: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  createInterface({ input: child.stderr }).on('line', (line) => lines.push(line))
  const port = await new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line)
      const found = /"msg":"listening".*"port":(\d+)/.exec(line)?.[1]
      if (found) resolve(Number(found))
    })
    void ended.then(() => setTimeout(() => reject(new Error(lines.join('\n') || 'the service ended silently')), 50))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    lines,
    pid: child.pid ?? 0,
    kill: (signal) => void child.kill(signal),
    ended,
    stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
}
