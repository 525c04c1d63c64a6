import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildChanged, sourceHash } from './build.mjs'
import { superviseChild } from './child.mjs'
import { lockDataDir, openDataDir, resetDataDir, runningOn, writePids, writePrivateJson } from './data-dir.mjs'
import { namesVnpay, serviceEnvironments } from './environment.mjs'
import { waitForHealth } from './health.mjs'
import { requireFree } from './ports.mjs'
import { preparePostgres, removeCluster } from './postgres.mjs'
import { requireDatabase } from './real-database.mjs'
import { installSecrets } from './secrets.mjs'
import { runTask } from './task.mjs'

/**
 * Brings up the whole marketplace and keeps it up: database, migrations, data, traceability, backend, storefront.
 * In: checkout root (path), state folder, ports, the caller's environment, `reset`, `products` (size of the synthetic
 * catalogue, 0 for none), a signal that interrupts it. Out: `{ run, stop }`: what run.json holds, and an async function that stops everything.
 */
export async function startStack({
  root,
  dataDir,
  ports,
  env,
  progress,
  signal,
  reset = false,
  products = 0,
  durable = true,
}) {
  openDataDir(dataDir)
  const unlock = await lockDataDir(dataDir)
  const children = []
  const stop = async () => {
    for (const child of [...children].reverse()) await child.stop()
    unlock()
    rmSync(path.join(dataDir, 'run.json'), { force: true })
  }
  try {
    if (reset) {
      resetDataDir(dataDir)
      removeCluster(dataDir)
    }
    const run = await bringUp({ root, dataDir, ports, env, progress, signal, products, durable, children })
    return { run, stop, children }
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * Brings the synthetic catalogue of the marketplace that runs on a state folder to a size. In: the variables it was started with.
 * Out: the address of its shop, or null when none runs there.
 */
export async function addProducts({ root, dataDir, env, progress, products, signal }) {
  const run = runningOn(dataDir)
  if (!run) return null
  const port = (url) => Number(new URL(url).port)
  const environments = serviceEnvironments({
    env,
    ports: {
      storefront: port(run.storefront),
      backend: port(run.backend),
      traceability: port(run.traceability),
      vnpay: run.vnpaySimulator ? port(run.vnpaySimulator) : 0,
    },
    secrets: installSecrets(dataDir, env),
    databaseUrl: run.database,
    dataDir,
    filesDir: path.join(dataDir, 'files'),
    demoAccounts: run.accounts.length > 0,
  })
  await loadSeed({ root, dataDir, environments, progress, products, signal })
  return run.storefront
}

async function bringUp({ root, dataDir, ports, env, progress, signal, products, durable, children }) {
  const ownDatabase = !env.DATABASE_URL
  for (const [port, variable] of [
    ...(ownDatabase ? [[ports.postgres, 'PG_PORT']] : []),
    [ports.traceability, 'TRACE_PORT'],
    [ports.backend, 'BACKEND_PORT'],
    [ports.storefront, 'STOREFRONT_PORT'],
    ...(namesVnpay(env) ? [] : [[ports.vnpay, 'VNPAY_PORT']]),
  ])
    await requireFree(port, variable)
  for (const variable of ['DATABASE_URL', 'TRACE_DATABASE_URL'])
    if (env[variable]) await requireDatabase(env[variable], variable)

  const secrets = installSecrets(dataDir, env)
  const supervise = (definition) => {
    const child = superviseChild(
      { ...definition, logFile: path.join(dataDir, 'logs', `${definition.name}.log`) },
      {
        report: (line, lastLines) => progress.warn(line, lastLines),
        onChange: () => queueMicrotask(() => rememberPids(dataDir, children)),
      },
    )
    children.push(child)
    rememberPids(dataDir, children)
    return child
  }

  let databaseUrl = env.DATABASE_URL
  const building = buildChanged(root, progress, { signal })
  building.catch(() => {})
  if (ownDatabase)
    databaseUrl = await progress.step('start PostgreSQL', async () => {
      const postgres = await preparePostgres({ dataDir, port: ports.postgres, password: secrets.PG_PASSWORD, durable })
      const child = supervise({
        name: 'postgres',
        mark: 'postgres',
        ...postgres,
        env: { PATH: env.PATH, LC_MESSAGES: 'C' },
      })
      await postgres.waitUntilReady(child.isAlive, child.lastLines)
      return postgres.url
    })
  await building

  const environments = serviceEnvironments({
    env,
    ports,
    secrets,
    databaseUrl,
    dataDir,
    filesDir: path.join(dataDir, 'files'),
    demoAccounts: ownDatabase,
  })
  await migrateIfChanged({ root, dataDir, environments, progress, ownDatabase, signal })
  const seeded = await loadSeed({ root, dataDir, environments, progress, products, signal })

  const node = (name, cwd, args, environment) =>
    supervise({ name, command: process.execPath, args, cwd: path.join(root, cwd), env: environment, mark: args[0] })
  const { vnpaySimulator } = environments
  const services = [
    ...(vnpaySimulator === null
      ? []
      : [
          [
            'vnpay',
            node('vnpay', 'test/vnpay-simulator', [path.join(root, 'test/vnpay-simulator/main.mjs')], vnpaySimulator),
          ],
        ]),
    [
      'traceability',
      node(
        'traceability',
        'traceability',
        [path.join(root, 'traceability/dist/http/main.js')],
        environments.traceability,
      ),
    ],
    [
      'backend',
      node(
        'backend',
        'backend/.medusa/server',
        [medusaCli(root), 'start', '-p', String(ports.backend)],
        environments.backend,
      ),
    ],
    [
      'storefront',
      node(
        'storefront',
        'storefront',
        [path.join(root, 'storefront/server.mjs')],
        environments.storefront(seeded.publishableKey),
      ),
    ],
  ]
  await Promise.all(
    services.map(([name, child]) =>
      progress.step(`start ${name}`, () =>
        waitForHealth({ name, url: `http://127.0.0.1:${ports[name]}/health`, lastLines: child.lastLines, signal }),
      ),
    ),
  )

  const run = {
    ...environments.urls,
    database: databaseUrl,
    publishableKey: seeded.publishableKey,
    accounts: seeded.accounts,
    sampleCodes: seeded.sampleCodes,
    tokens: seeded.tokens ?? {},
    pids: {},
  }
  const write = () => {
    run.pids = { start: process.pid, ...Object.fromEntries(children.map((child) => [child.name, child.pid])) }
    writePrivateJson(path.join(dataDir, 'run.json'), run)
  }
  write()
  // A restarted child has another id: run.json always names the living ones.
  onPids.set(dataDir, write)
  return run
}

const onPids = new Map()

function rememberPids(dataDir, children) {
  writePids(
    dataDir,
    children.map(({ pid, mark }) => ({ pid, mark })),
  )
  onPids.get(dataDir)?.()
}

/** Migrates both schemas when the code that owns them changed, or always on a database that is not ours. */
async function migrateIfChanged({ root, dataDir, environments, progress, ownDatabase, signal }) {
  const stamp = path.join(dataDir, 'migrated.json')
  const now = JSON.stringify({ traceability: sourceHash(root, 'traceability'), backend: sourceHash(root, 'backend') })
  if (ownDatabase && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  await progress.step('migrate the traceability schema', async () => {
    const { migrate } = await import(pathToFileURL(path.join(root, 'traceability/dist/storage/migrate.js')).href)
    await migrate(environments.traceability.TRACE_DATABASE_URL)
  })
  // `db:migrate` ends by bringing the search indexes up to date.
  await progress.step('migrate the shop', () =>
    runTask({
      script: medusaCli(root),
      args: ['db:migrate'],
      cwd: path.join(root, 'backend/.medusa/server'),
      env: environments.backend,
      logFile: path.join(dataDir, 'logs', 'migrate.log'),
      signal,
      failure: 'The database could not be brought up to date.',
      nextStep: 'Nothing is lost: mend what the lines above name and run the command again.',
    }),
  )
  writeFileSync(stamp, now)
}

/**
 * Fills the marketplace with what the seed has not loaded yet: everything at first, later what an update brought. The seed itself
 * knows; one that was interrupted goes on where it stopped.
 */
async function loadSeed({ root, dataDir, environments, progress, products, signal }) {
  const file = path.join(dataDir, 'seed.json')
  const read = () => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)
  await progress.step(products > 0 ? `seed ${products} synthetic products` : 'seed programme data', () =>
    runTask({
      script: path.join(root, 'seed/dist/main.js'),
      args: products > 0 ? ['--products', String(products)] : [],
      cwd: path.join(root, 'backend/.medusa/server'),
      env: environments.seed,
      logFile: path.join(dataDir, 'logs', 'seed.log'),
      signal,
      failure: 'The marketplace could not be filled with its data.',
      nextStep:
        'Nothing is lost: mend what the lines above name and run the command again; it goes on where it stopped.',
    }),
  )
  return read()
}

function medusaCli(root) {
  return path.join(root, 'node_modules/@medusajs/cli/cli.js')
}
