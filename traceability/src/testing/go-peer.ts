import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const SOURCE = fileURLToPath(new URL('../../../test/peers/go-tlog/', import.meta.url))
const run = promisify(execFile)

export type GoPeer = (args: readonly string[]) => Promise<{ ok: boolean; output: string }>

/**
 * Builds `test/peers/go-tlog`, the independent reader of transparency logs. Out: a function that runs it; or, when this
 * machine has no Go or cannot get its modules, why not. Throws when it does not compile.
 */
export function buildGoPeer(): { peer: GoPeer } | { missing: string } {
  const go = (args: readonly string[]) => execFileSync('go', args, { cwd: SOURCE, stdio: 'pipe', encoding: 'utf8' })
  try {
    go(['version'])
  } catch {
    return { missing: '`go` is not on the path' }
  }
  try {
    go(['mod', 'download'])
  } catch {
    return { missing: 'its modules could not be downloaded' }
  }
  const program = join(mkdtempSync(join(tmpdir(), 'go-tlog-')), 'go-tlog')
  go(['build', '-o', program, '.'])
  return {
    peer: async (args) => {
      try {
        return { ok: true, output: (await run(program, [...args])).stdout }
      } catch (error) {
        const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
        return { ok: false, output }
      }
    },
  }
}
