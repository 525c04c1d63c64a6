import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { writePrivateJson } from './data-dir.mjs'
import { StackError } from './stack-error.mjs'

const NAMES = [
  'JWT_SECRET',
  'COOKIE_SECRET',
  'SESSION_SECRET',
  'ORDER_LINK_SECRET',
  'PERSONAL_DATA_KEY',
  'TRACE_INTERNAL_TOKEN',
  'CODE_KEY',
  'SCAN_PEPPER',
  'CREDENTIAL_SEED',
  'LOG_KEY',
  'LABEL_KEY',
  'SCRATCH_KEY',
  'PG_PASSWORD',
  'VNPAY_HASH_SECRET',
]

/** The secrets of this install: made once from the system's random source, kept readable by this user only. */
export function installSecrets(dataDir, env) {
  const file = path.join(dataDir, 'secrets.json')
  let secrets = {}
  if (existsSync(file)) {
    try {
      secrets = JSON.parse(readFileSync(file, 'utf8'))
    } catch {
      throw new StackError(
        `${file} is damaged and cannot be read.`,
        'Put a copy back from a backup; without it printed codes and order links of this install stop working.',
      )
    }
  }
  const missing = NAMES.filter((name) => !secrets[name])
  if (missing.length > 0) {
    for (const name of missing) secrets[name] = randomBytes(32).toString('hex')
    writePrivateJson(file, secrets)
  }
  return Object.fromEntries(NAMES.map((name) => [name, env[name] || secrets[name]]))
}
