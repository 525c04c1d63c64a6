import { spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/**
 * Starts a program that tells its port in a JSON line on stdout. Its output goes to a file, as a supervisor would have
 * it: read through a pipe, a line a request would be work for the load generator.
 * In: path of the script, its whole environment besides PATH. Out: `{ origin, pid, stop }`. Throws with the last lines it
 * printed when it ends before it listens.
 */
export async function startChild(script, env) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sao-lang-bench-'))
  const file = path.join(folder, 'output.log')
  const output = openSync(file, 'w')
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  let code
  const ended = new Promise((resolve) => {
    child.once('exit', (status) => {
      code = status ?? 'a signal'
      resolve()
    })
  })
  const lines = () => readFileSync(file, 'utf8').split('\n')
  let port
  while (port === undefined) {
    if (code !== undefined) throw new Error(`${script} ended with ${code}:\n${lines().slice(-20).join('\n')}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
    port = lines()
      .map(portOf)
      .find((found) => found !== undefined)
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid,
    async stop() {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}

function portOf(line) {
  try {
    return JSON.parse(line).port
  } catch {
    return undefined
  }
}
