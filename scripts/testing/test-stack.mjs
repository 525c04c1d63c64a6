import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '../stack/ports.mjs'
import { removeCluster } from '../stack/postgres.mjs'
import { startStack } from '../stack/stack.mjs'

/** Starts a fresh stack on free ports and a throw-away state folder, hands its run.json to `use`, and stops it. */
export async function withTestStack({ root, progress, env = process.env, products = 0, durable = false }, use) {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'sao-lang-stack-'))
  // The database account must be able to enter; what is secret inside has rights of its own.
  chmodSync(dataDir, 0o755)
  const ports = {
    storefront: await freePort(),
    backend: await freePort(),
    traceability: await freePort(),
    postgres: await freePort(),
  }
  const stack = await startStack({
    root,
    dataDir,
    ports,
    env: { ...withoutRealServers(env), RATE_LIMIT_SCALE: '1000' },
    progress,
    products,
    durable,
  })
  try {
    return await use(path.join(dataDir, 'run.json'), stack)
  } finally {
    await stack.stop()
    removeCluster(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Tests never touch a server that the caller's environment happens to name. */
function withoutRealServers(env) {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) =>
        !/^(DATABASE_URL|TRACE_DATABASE_URL|REDIS_URL|MEILISEARCH_|S3_|STOREFRONT_URL|MEDUSA_WORKER_MODE)/.test(name),
    ),
  )
}
