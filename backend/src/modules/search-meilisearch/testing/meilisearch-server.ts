import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'

export interface MeilisearchServer {
  host: string
  apiKey: string | undefined
  stop: () => Promise<void>
}

/**
 * What there is to test against: the server at MEILISEARCH_HOST when it answers, else the version of the `meilisearch`
 * binary on the PATH; null when there is neither. Blocks, because vitest collects its suites synchronously.
 */
export function findMeilisearch(): string | null {
  const { MEILISEARCH_HOST: host } = process.env
  if (host) {
    const url = new URL('/health', host).href
    const ask = `fetch(${JSON.stringify(url)}).then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))`
    if (spawnSync(process.execPath, ['-e', ask], { timeout: 5_000 }).status === 0) return host
  }
  const found = spawnSync('meilisearch', ['--version'], { encoding: 'utf8' })
  return found.status === 0 ? found.stdout.trim() : null
}

/** Opens what `findMeilisearch` found; a binary is run on a free loopback port, with a throw-away folder. */
export async function openMeilisearch(found: string): Promise<MeilisearchServer> {
  if (found === process.env.MEILISEARCH_HOST) {
    return { host: found, apiKey: process.env.MEILISEARCH_API_KEY, stop: async () => {} }
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sao-lang-meilisearch-'))
  const port = await freePort()
  const host = `http://127.0.0.1:${port}`
  const child = spawn(
    'meilisearch',
    [
      ...['--no-analytics', '--http-addr', `127.0.0.1:${port}`, '--env', 'development', '--log-level', 'ERROR'],
      ...['--db-path', path.join(folder, 'data'), '--max-indexing-threads', '1'],
      ...['--dump-dir', path.join(folder, 'dumps'), '--snapshot-dir', path.join(folder, 'snapshots')],
    ],
    { stdio: 'ignore', cwd: folder },
  )
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await exited
    rmSync(folder, { recursive: true, force: true })
  }
  for (let tries = 0; tries < 200; tries++) {
    if (await healthy(host)) return { host, apiKey: undefined, stop }
    if (child.exitCode !== null) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await stop()
  throw new Error('The meilisearch binary on the PATH did not start within 10 seconds')
}

async function healthy(host: string): Promise<boolean> {
  return await fetch(new URL('/health', host), { signal: AbortSignal.timeout(2_000) }).then(
    (answer) => answer.ok,
    () => false,
  )
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}
