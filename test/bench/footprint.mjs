import { readdirSync, readFileSync } from 'node:fs'
import { memoryBytes } from '../../scripts/stack/processes.mjs'

const LIMIT = 1.6e9

/**
 * Memory of every program of the stack after the load of this run, children and this supervisor included, against 1.6 GB.
 * What processes share, as PostgreSQL's buffers, counts once.
 */
export function benchFootprint({ pids }) {
  const { start: _supervisor, ...programs } = pids
  const sizes = Object.entries(programs).map(([name, pid]) => [
    name,
    family(pid).reduce((sum, id) => sum + memoryBytes(id), 0),
  ])
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0) + memoryBytes(process.pid)
  return {
    name: `memory after load: ${sizes.map(([name, bytes]) => `${name} ${Math.ceil(bytes / 1e6)} MB`).join(', ')}`,
    unit: 'MB (peer: the limit)',
    ours: total / 1e6,
    peer: LIMIT / 1e6,
    ratio: LIMIT / total,
    bar: 1,
  }
}

function family(pid) {
  const children = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((entry) => parentOf(entry) === pid)
    .flatMap((entry) => family(Number(entry)))
  return [pid, ...children]
}

function parentOf(pid) {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return -1
  }
}
