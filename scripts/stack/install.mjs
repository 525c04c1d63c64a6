import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { StackError } from './stack-error.mjs'

/** True when what is installed is not what the lockfile says. */
export function installNeeded(root) {
  const stamp = new URL('node_modules/.sao-lang-installed', root)
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== lockfileHash(root)
}

/** Installs exactly what the lockfile names. Throws a StackError with npm's last lines when npm fails. */
export function install(root) {
  const registry = npm(root, ['config', 'get', 'registry']).stdout?.trim()
  // npm prefers a shrinkwrap file to the lockfile; git ignores this one.
  const shrinkwrap = new URL('npm-shrinkwrap.json', root)
  try {
    if (registry?.startsWith('http'))
      writeFileSync(shrinkwrap, JSON.stringify(lockWithAddresses(readLockfile(root), registry)))
    let result = ci(root)
    // A registry that keeps its packages elsewhere: npm asks it for each address, which takes longer.
    if (result.status !== 0 && existsSync(shrinkwrap)) {
      rmSync(shrinkwrap)
      result = ci(root)
    }
    if (result.status !== 0)
      throw new StackError(
        'The packages could not be installed.',
        'Check the network connection to your npm registry and the lines above, then run the command again.',
        `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`.trim().split('\n').slice(0, 15),
      )
  } finally {
    rmSync(shrinkwrap, { force: true })
  }
  markInstalled(root)
}

/**
 * The lockfile with the address of every package in a registry. The lockfile itself names none, so that it fits every
 * mirror; without addresses npm reads the whole version history of each package first, which doubles the time.
 */
export function lockWithAddresses(lock, registry) {
  const base = registry.replace(/\/$/, '')
  const packages = Object.entries(lock.packages).map(([where, entry]) => {
    if (!entry.integrity || entry.resolved) return [where, entry]
    const name = entry.name ?? where.slice(where.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const file = `${name.split('/').at(-1)}-${entry.version}.tgz`
    return [where, { ...entry, resolved: `${base}/${name}/-/${file}` }]
  })
  return { ...lock, packages: Object.fromEntries(packages) }
}

const ci = (root) => npm(root, ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'])

function npm(root, args) {
  const own = process.env.npm_execpath
  const [command, first] = own ? [process.execPath, [own]] : ['npm', []]
  return spawnSync(command, [...first, ...args], {
    cwd: fileURLToPath(root),
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'development' },
  })
}

/** Remembers that node_modules fits the lockfile. */
export function markInstalled(root) {
  writeFileSync(new URL('node_modules/.sao-lang-installed', root), lockfileHash(root))
}

const lockfile = (root) => new URL('package-lock.json', root)
const readLockfile = (root) => JSON.parse(readFileSync(lockfile(root), 'utf8'))
const lockfileHash = (root) =>
  createHash('sha256')
    .update(readFileSync(lockfile(root)))
    .digest('hex')
