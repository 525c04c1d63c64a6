import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Builds the seed and the parts it stands on, as far as they changed. Throws with the compiler's words. */
export default function build(): void {
  const root = fileURLToPath(new URL('..', import.meta.url))
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'seed'], { cwd: root, stdio: 'inherit' })
}
