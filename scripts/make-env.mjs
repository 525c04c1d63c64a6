#!/usr/bin/env node
// Writes .env for docker compose with fresh random secrets; never overwrites one, because printed codes depend on it.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const target = new URL('../.env', import.meta.url)
const [storefrontUrl = 'http://localhost:3000', adminUrl = 'http://localhost:9000'] = process.argv.slice(2)

if (existsSync(target)) {
  console.error(
    '.env exists already and was left as it is: its CODE_KEY belongs to the codes that were printed with it.',
  )
  process.exit(1)
}
const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
  .split('\n')
  .map((line) => {
    if (line === 'STOREFRONT_URL=') return line + storefrontUrl
    if (line === 'ADMIN_URL=') return line + adminUrl
    return /^[A-Z0-9_]+=$/.test(line) ? line + randomBytes(32).toString('hex') : line
  })
writeFileSync(target, lines.join('\n'), { mode: 0o600 })
console.log(
  '.env written with fresh secrets. Keep a copy of CODE_KEY off this machine: without it printed codes are lost.',
)
