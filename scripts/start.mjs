#!/usr/bin/env node
// npm start: the whole marketplace from a bare clone. Plain Node, no package needed until it has installed them.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { install, installNeeded } from './stack/install.mjs'
import { requireNode } from './stack/node-version.mjs'
import { readPorts } from './stack/ports.mjs'
import { readProductCount } from './stack/product-count.mjs'
import { createProgress } from './stack/progress.mjs'
import { StackError } from './stack/stack-error.mjs'

const rootUrl = new URL('../', import.meta.url)
const root = fileURLToPath(rootUrl)
const progress = createProgress()

const HELP = `npm start                     start the marketplace
npm start -- --reset          start from nothing: deletes the database, files and secrets of this install
npm start -- --products 5000  add a synthetic catalogue of that size (1 to 100000)
Ports: STOREFRONT_PORT BACKEND_PORT TRACE_PORT PG_PORT VNPAY_PORT. State: DATA_DIR (default .data).
Real servers: DATABASE_URL REDIS_URL MEILISEARCH_HOST S3_* VNPAY_*.`

async function main() {
  const options = readArguments(process.argv.slice(2))
  if (options.help) return console.log(HELP)
  requireNode(rootUrl)
  const ports = readPorts(process.env)
  if (installNeeded(rootUrl)) await progress.step('install packages', () => install(rootUrl))

  const { startStack } = await import('./stack/stack.mjs')
  const dataDir = path.resolve(root, process.env.DATA_DIR || '.data')
  const interrupted = new AbortController()
  const signalled = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
      process.on(signal, () => {
        interrupted.abort()
        resolve(signal)
      })
  })
  const starting = startStack({
    root,
    dataDir,
    ports,
    env: process.env,
    progress,
    signal: interrupted.signal,
    ...options,
  })
  const stack = await starting.catch((error) => {
    if (!interrupted.signal.aborted) throw error
    console.log('Stopped before it was ready; nothing is left running.')
    process.exit(130)
  })
  announce(stack.run, dataDir)
  console.log(`\n${await signalled}: stopping …`)
  await stack.stop()
  console.log('Stopped; nothing is left running.')
  process.exit(0)
}

function announce(run, dataDir) {
  const line = (label, value) => console.log(`  ${label.padEnd(14)} ${value}`)
  console.log(`\nready after ${progress.total()}`)
  line('shop', run.storefront)
  line('admin', run.admin)
  line('backend', run.backend)
  line('traceability', run.traceability)
  if (run.vnpaySimulator) line('VNPay (mock)', run.vnpaySimulator)
  for (const { role, email, password } of run.accounts) line(role, `${email}  ${password}`)
  for (const [name, code] of Object.entries(run.sampleCodes)) line(`code ${name}`, `${run.storefront}/q/${code}`)
  line('state', path.join(dataDir, 'run.json'))
  console.log('\nCtrl-C stops everything.')
}

function readArguments(args) {
  const options = { reset: false, products: 0, help: false }
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--reset') options.reset = true
    else if (args[i] === '--help' || args[i] === '-h') options.help = true
    else if (args[i] === '--products' && readProductCount(args[i + 1]) !== null)
      options.products = readProductCount(args[++i])
    else throw new StackError(`“${args[i]}” is not something npm start understands.`, HELP)
  }
  return options
}

main().catch((error) => {
  if (error instanceof StackError) {
    for (const last of error.lastLines) console.error(`    ${last}`)
    console.error(`\n${error.message}`)
  } else {
    console.error(error)
  }
  process.exit(1)
})
