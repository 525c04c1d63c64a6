import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { superviseChild } from '../stack/child.mjs'
import { freePort } from '../stack/ports.mjs'
import { preparePostgres, removeCluster } from '../stack/postgres.mjs'
import { StackError } from '../stack/stack-error.mjs'

/**
 * The servers that integration tests use: a throw-away PostgreSQL and a throw-away Redis on free loopback ports.
 * Out: `env` (TEST_DATABASE_URL, DATABASE_URL, TEST_REDIS_URL; SHOP_TEMPLATE, the name under which the first suite that
 * migrates a shop leaves a copy for the others) and `stop`.
 */
export async function startTestServers(folder) {
  const dataDir = path.join(folder, 'servers')
  mkdirSync(dataDir, { recursive: true, mode: 0o755 })
  const report = (line, lines) => console.error(line, lines)
  const children = []

  const port = await freePort()
  const postgres = await preparePostgres({ dataDir, port, password: 'test', durable: false })
  const database = superviseChild(
    {
      name: 'postgres',
      mark: postgres.clusterDir,
      ...postgres,
      env: { PATH: process.env.PATH, LC_MESSAGES: 'C' },
      logFile: path.join(dataDir, 'postgres.log'),
    },
    { report },
  )
  children.push(database)
  await postgres.waitUntilReady(database.isAlive, database.lastLines)

  const redisPort = await freePort()
  children.push(
    superviseChild(
      {
        name: 'redis',
        command: redisServer(),
        args: ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '', '--dir', dataDir],
        env: { PATH: process.env.PATH },
        logFile: path.join(dataDir, 'redis.log'),
      },
      { report },
    ),
  )
  return {
    env: {
      TEST_DATABASE_URL: postgres.serverUrl,
      DATABASE_URL: postgres.serverUrl,
      SHOP_TEMPLATE: 'migrated_shop',
      TEST_REDIS_URL: `redis://127.0.0.1:${redisPort}`,
    },
    async stop() {
      for (const child of children.reverse()) await child.stop()
      removeCluster(dataDir)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function redisServer() {
  try {
    return execFileSync('sh', ['-c', 'command -v redis-server'], { encoding: 'utf8' }).trim()
  } catch {
    throw new StackError(
      'The tests need redis-server, and it is not installed.',
      'Install it (Debian: apt-get install redis-server) and run npm test again.',
    )
  }
}
