import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '../stack/ports.mjs'
import { removeCluster } from '../stack/postgres.mjs'
import { startStack } from '../stack/stack.mjs'

/** Starts a fresh stack on free ports and a throw-away state folder, hands its run.json to `use`, and stops it. */
export async function withTestStack(options, use) {
  const { runFile, stop } = await startTestStack(options)
  try {
    return await use(runFile)
  } finally {
    await stop()
  }
}

/**
 * The same for whoever has other work between start and use. Out: `{ runFile, stop }`; `stop` leaves nothing behind. Throws
 * when `signal` is aborted before it is ready, and leaves nothing behind either.
 */
export async function startTestStack({ root, progress, env = process.env, products = 0, durable = false, signal }) {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'sao-lang-stack-'))
  // The database account must be able to enter; what is secret inside has rights of its own.
  chmodSync(dataDir, 0o755)
  const ports = {
    storefront: await freePort(),
    backend: await freePort(),
    traceability: await freePort(),
    postgres: await freePort(),
    vnpay: await freePort(),
  }
  const clear = () => {
    removeCluster(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
  }
  const stack = await startStack({
    root,
    dataDir,
    ports,
    env: { ...withoutRealServers(env), RATE_LIMIT_SCALE: '1000' },
    progress,
    products,
    durable,
    signal,
  }).catch((error) => {
    clear()
    throw error
  })
  return {
    runFile: path.join(dataDir, 'run.json'),
    async stop() {
      await stack.stop()
      clear()
    },
  }
}

/** Tests never touch a server that the caller's environment happens to name. */
function withoutRealServers(env) {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) =>
        !/^(DATABASE_URL|TRACE_DATABASE_URL|REDIS_URL|MEILISEARCH_|S3_|STOREFRONT_URL|MEDUSA_WORKER_MODE|VNPAY_)/.test(
          name,
        ),
    ),
  )
}
