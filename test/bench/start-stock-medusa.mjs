import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { superviseChild } from '../../scripts/stack/child.mjs'
import { freePort } from '../../scripts/stack/ports.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const cli = path.join(root, 'node_modules/@medusajs/cli/cli.js')
const run = promisify(execFile)
const PATIENCE_MS = 120_000
/** Medusa's commands run only where it is a dependency. */
const PACKAGE = JSON.stringify({ name: 'stock-medusa', private: true, dependencies: { '@medusajs/medusa': '*' } })

/**
 * A peer to measure against: Medusa of the same version as it comes, with a database of its own on the server that `databaseUrl` names.
 * Out: `{ url, publishableKey, regionId, shippingOptionId, variantIds, stop }`; `stop` leaves nothing behind.
 */
export async function startStockMedusa(databaseUrl) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'stock-medusa-'))
  const name = `stock_medusa_${randomBytes(4).toString('hex')}`
  const own = new URL(databaseUrl)
  own.pathname = `/${name}`
  const port = await freePort()
  const filled = path.join(folder, 'filled.json')
  const env = {
    ...{ PATH: process.env.PATH, HOME: os.homedir(), NODE_ENV: 'production', MEDUSA_DISABLE_TELEMETRY: 'true' },
    ...{ DATABASE_URL: own.href, JWT_SECRET: secret(), COOKIE_SECRET: secret(), FILLED: filled, LOG_LEVEL: 'error' },
  }
  for (const file of ['medusa-config', 'fill'])
    copyFileSync(new URL(`./stock-medusa/${file}.cjs`, import.meta.url), path.join(folder, `${file}.js`))
  writeFileSync(path.join(folder, 'package.json'), PACKAGE)
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))

  let server
  const stop = async () => {
    await server?.stop()
    await onServer(databaseUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await onServer(databaseUrl, `CREATE DATABASE ${name}`)
    for (const args of [['db:migrate'], ['exec', './fill.js']])
      await run(process.execPath, [cli, ...args], { cwd: folder, env, maxBuffer: 2 ** 26 })
    server = superviseChild(
      {
        ...{ name: 'stock-medusa', mark: folder, command: process.execPath, args: [cli, 'start', '-p', String(port)] },
        ...{ env, spawnOptions: { cwd: folder }, logFile: path.join(folder, 'server.log') },
      },
      { report: (line, lines) => console.error(line, lines) },
    )
    const url = `http://127.0.0.1:${port}`
    await answered(url, server)
    return { url, ...JSON.parse(readFileSync(filled, 'utf8')), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function answered(url, server) {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(200)) {
    if (!server.isAlive()) throw new Error(['Stock Medusa did not start.', ...server.lastLines()].join('\n'))
    const answer = await fetch(`${url}/health`).catch(() => null)
    if (answer?.ok) return
  }
  throw new Error('Stock Medusa did not answer within two minutes.')
}

async function onServer(databaseUrl, statement) {
  const server = new URL(databaseUrl)
  server.pathname = '/postgres'
  const client = new pg.Client({ connectionString: server.href })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

function secret() {
  return randomBytes(32).toString('hex')
}
