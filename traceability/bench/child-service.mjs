import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/**
 * Starts a program that tells its port in a JSON line on stdout.
 * In: path of the script, its whole environment besides PATH. Out: `{ origin, stop }`. Throws with the last lines it
 * printed when it ends before it listens.
 */
export async function startChild(script, env) {
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const last = []
  const remember = (line) => {
    last.push(line)
    if (last.length > 20) last.shift()
  }
  createInterface({ input: child.stderr }).on('line', remember)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const port = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      remember(line)
      const { port } = jsonOrEmpty(line)
      if (port) resolve(port)
    })
    ended.then((code) => reject(new Error(`${script} ended with ${code}:\n${last.join('\n')}`)))
  })
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function jsonOrEmpty(line) {
  try {
    return JSON.parse(line)
  } catch {
    return {}
  }
}
