import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const KEPT_LINES = 30
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000
const STEADY_AFTER_MS = 60_000

/**
 * One long-running program of the stack. Its output goes to a log file; when it dies unasked it is reported with its
 * last lines and started again, each time after a longer wait, until it has run steadily for a minute.
 * `mark` is a part of its command line by which a later start may know it; `onChange` is called after each (re)start.
 * @param {{ name: string, command: string, args: string[], env: NodeJS.ProcessEnv, logFile: string, cwd?: string,
 *   spawnOptions?: import('node:child_process').SpawnOptions, stopSignal?: NodeJS.Signals, mark?: string }} definition
 * @param {{ report: (line: string, lastLines: string[]) => void, onChange?: () => void }} hooks
 */
export function superviseChild(definition, { report, onChange }) {
  const lines = []
  let child = null
  let stopping = false
  let restarts = 0
  let ended = Promise.resolve()

  const start = () => {
    const log = createWriteStream(definition.logFile, { flags: 'a', mode: 0o600 })
    // A full disk takes the log, not the stack.
    log.on('error', (error) => report(`${definition.name} cannot write its log: ${error.message}`, []))
    const startedAt = Date.now()
    // A process group of its own: Ctrl-C in the terminal reaches only the supervisor, which stops children in order.
    child = spawn(definition.command, definition.args, {
      cwd: definition.cwd,
      env: definition.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      ...definition.spawnOptions,
    })
    const keep = (chunk) => {
      log.write(chunk)
      lines.push(...String(chunk).split('\n').filter(Boolean))
      lines.splice(0, Math.max(0, lines.length - KEPT_LINES))
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    // Not at its exit: what it started itself (PostgreSQL its workers) may still write to the same pipes.
    child.once('close', () => log.end())
    ended = new Promise((resolve) => {
      child.once('error', (error) => {
        keep(`${error.message}\n`)
        resolve()
      })
      child.once('exit', (code, signal) => {
        resolve()
        if (!stopping) void startAgain(code, signal, Date.now() - startedAt)
      })
    })
    onChange?.()
  }

  const startAgain = async (code, signal, ranMs) => {
    restarts = ranMs > STEADY_AFTER_MS ? 1 : restarts + 1
    const wait = Math.min(FIRST_WAIT_MS * 2 ** (restarts - 1), LONGEST_WAIT_MS)
    report(
      `${definition.name} stopped (${signal ?? `exit code ${code}`}); starting it again in ${wait / 1000} s. Its last lines:`,
      lines.slice(-12),
    )
    await sleep(wait)
    if (!stopping) start()
  }

  start()
  return {
    name: definition.name,
    mark: definition.mark ?? definition.args.find((arg) => arg.includes('/')) ?? definition.command,
    get pid() {
      return child.pid
    },
    isAlive: () => child.exitCode === null && child.signalCode === null,
    lastLines: () => lines.slice(-12),
    /** Asks it to end, waits for `patienceMs`, then ends it. Resolves when it is gone. */
    async stop(patienceMs = 30_000) {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
      child.kill(definition.stopSignal ?? 'SIGTERM')
      const gone = await Promise.race([ended.then(() => true), sleep(patienceMs, false, { ref: false })])
      if (!gone) {
        child.kill('SIGKILL')
        await ended
      }
    },
  }
}
