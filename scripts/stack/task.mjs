import { spawn } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { StackError } from './stack-error.mjs'

const KEPT_CHARACTERS = 8_000

/**
 * Runs one Node program to its end, its output appended to `logFile` when given.
 * Throws a StackError (`failure`, `nextStep`, the last lines) when it ends with anything but 0; an abort of `signal` ends it.
 * @param {{ script: string, args: string[], cwd: string, env: NodeJS.ProcessEnv, logFile?: string, signal?: AbortSignal,
 *   failure: string, nextStep: string }} task
 */
export async function runTask({ script, args, cwd, env, logFile, signal, failure, nextStep }) {
  const child = spawn(process.execPath, [script, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], signal })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      if (logFile) appendFileSync(logFile, chunk, { mode: 0o600 })
      output = (output + chunk).slice(-KEPT_CHARACTERS)
    })
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) throw new StackError(failure, nextStep, output.trim().split('\n').slice(-30))
}
