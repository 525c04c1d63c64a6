import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isOurs, terminate } from './processes.mjs'
import { StackError } from './stack-error.mjs'

/** The programs that hold a state folder. */
const MARKS = ['start.mjs', 'seed.mjs']

/** What run.json of the state folder says, when the marketplace it speaks of still runs; else null. */
export function runningOn(dir) {
  try {
    const run = JSON.parse(readFileSync(path.join(dir, 'run.json'), 'utf8'))
    return MARKS.some((mark) => isOurs(run.pids.start, mark)) ? run : null
  } catch {
    return null
  }
}

/** Makes the state folder if needed and proves that it can be written. Returns its absolute path. */
export function openDataDir(dir) {
  try {
    makeFolder(path.join(dir, 'logs'))
    accessSync(dir, constants.W_OK)
    writeFileSync(path.join(dir, '.writable'), '')
    rmSync(path.join(dir, '.writable'))
  } catch (error) {
    throw new StackError(
      `The data folder ${dir} cannot be written (${error.code ?? error.message}).`,
      'Give this user the right to write there, or choose another folder with DATA_DIR.',
    )
  }
  return dir
}

/** One folder after the other: Node's own recursive way never ends below a folder like /proc that takes none. */
function makeFolder(dir) {
  if (existsSync(dir)) return
  makeFolder(path.dirname(dir))
  mkdirSync(dir)
}

/**
 * Takes the state folder for this process. A second `npm start` on the same folder is refused; what a killed one left
 * running is stopped first. Returns the function that gives the folder back.
 */
export async function lockDataDir(dir) {
  const lockFile = path.join(dir, 'start.pid')
  if (existsSync(lockFile)) {
    const pid = Number(readFileSync(lockFile, 'utf8'))
    if (MARKS.some((mark) => isOurs(pid, mark)) && pid !== process.pid)
      throw new StackError(
        `Sao Làng already runs on ${dir} (process ${pid}).`,
        'Stop it with Ctrl-C in its window, or choose another folder with DATA_DIR and other ports.',
      )
  }
  for (const { pid, mark } of readPids(dir)) if (isOurs(pid, mark)) await terminate(pid)
  writeFileSync(lockFile, String(process.pid))
  writePids(dir, [])
  return () => {
    rmSync(lockFile, { force: true })
    rmSync(pidsFile(dir), { force: true })
  }
}

/** Remembers the children, so that a start after `kill -9` of the parent can stop what it left behind. */
export function writePids(dir, children) {
  writeFileSync(pidsFile(dir), JSON.stringify(children))
}

/** Empties the state folder (`--reset`); the folder itself stays. */
export function resetDataDir(dir) {
  for (const name of ['postgres', 'files', 'logs', 'secrets.json', 'seed.json', 'run.json', 'migrated.json'])
    rmSync(path.join(dir, name), { recursive: true, force: true })
  mkdirSync(path.join(dir, 'logs'), { recursive: true })
}

/** Writes a file that only this user may read, whole or not at all. */
export function writePrivateJson(file, value) {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
  chmodSync(file, 0o600)
}

const pidsFile = (dir) => path.join(dir, 'children.json')

function readPids(dir) {
  try {
    return JSON.parse(readFileSync(pidsFile(dir), 'utf8'))
  } catch {
    return []
  }
}
