import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { StackError } from './stack-error.mjs'

/** True when what is installed is not what the lockfile says. */
export function installNeeded(root) {
  const stamp = new URL('node_modules/.sao-lang-installed', root)
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== lockfileHash(root)
}

/** Installs exactly what the lockfile names. Throws a StackError with npm's last lines when npm fails. */
export function install(root) {
  const npm = process.env.npm_execpath
  const [command, args] = npm
    ? [process.execPath, [npm, 'ci', '--prefer-offline']]
    : ['npm', ['ci', '--prefer-offline']]
  const result = spawnSync(command, [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: fileURLToPath(root),
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'development' },
  })
  if (result.status !== 0)
    throw new StackError(
      'The packages could not be installed.',
      'Check the network connection to your npm registry and the lines above, then run the command again.',
      `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`.trim().split('\n').slice(0, 15),
    )
  markInstalled(root)
}

/** Remembers that node_modules fits the lockfile. */
export function markInstalled(root) {
  writeFileSync(new URL('node_modules/.sao-lang-installed', root), lockfileHash(root))
}

function lockfileHash(root) {
  return createHash('sha256')
    .update(readFileSync(new URL('package-lock.json', root)))
    .digest('hex')
}
