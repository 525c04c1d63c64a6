import { accessSync, chmodSync, constants, mkdtempSync, readFileSync, statfsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const MEMORY_FOLDER = '/dev/shm'
const NEEDED_GIB = 2
/** What everything else needs meanwhile. */
const LEFT_GIB = 6

/**
 * A new folder for what tests throw away; in memory where the machine has enough of it. The shop's suites copy a database of
 * two thousand files before each test: on a disk that takes over a second, in memory a twentieth.
 */
export function scratchFolder(memory = MEMORY_FOLDER) {
  const folder = mkdtempSync(path.join(hasRoom(memory) ? memory : os.tmpdir(), 'sao-lang-test-'))
  chmodSync(folder, 0o755)
  return folder
}

function hasRoom(folder) {
  try {
    accessSync(folder, constants.W_OK)
    const { bavail, bsize } = statfsSync(folder)
    const available = Number(/^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1] ?? 0)
    return bavail * bsize >= NEEDED_GIB * 2 ** 30 && available >= (NEEDED_GIB + LEFT_GIB) * 2 ** 20
  } catch {
    return false
  }
}
