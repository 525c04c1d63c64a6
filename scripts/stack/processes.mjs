import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Whether a process id still belongs to a process whose command line carries `mark` (ids are reused). */
export function isOurs(pid, mark) {
  if (!Number.isInteger(pid) || pid <= 1) return false
  return commandLine(pid).includes(mark)
}

/** Ends a process by id: asks, waits, then insists. Resolves when it is gone. */
export async function terminate(pid, { signal = 'SIGTERM', patienceMs = 10_000 } = {}) {
  if (!send(pid, signal)) return
  for (let waited = 0; waited < patienceMs; waited += 100) {
    await sleep(100)
    if (!isAlive(pid)) return
  }
  send(pid, 'SIGKILL')
}

/**
 * Memory of a process in bytes, its share of what it has in common with others (PSS): sums count every page once. 0 when it
 * cannot be read.
 */
export function memoryBytes(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    try {
      return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      })
    } catch {
      return ''
    }
  }
}

function isAlive(pid) {
  return commandLine(pid) !== ''
}

function send(pid, signal) {
  try {
    process.kill(pid, signal)
    return true
  } catch {
    return false
  }
}
