#!/usr/bin/env node
// npm run seed -- --products 5000: a synthetic catalogue of that size for the marketplace, whether it runs or not.
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
const interrupted = new AbortController()
const USAGE = `npm run seed -- --products 5000   make the synthetic catalogue that large (1 to 100000); what is there stays
Start it with the variables that npm start was given: DATA_DIR, ports, real servers.`

async function main() {
  const products = readArguments(process.argv.slice(2))
  requireNode(rootUrl)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => interrupted.abort())
  const progress = createProgress()
  if (installNeeded(rootUrl)) await progress.step('install packages', () => install(rootUrl))
  const { addProducts, startStack } = await import('./stack/stack.mjs')
  const dataDir = path.resolve(root, process.env.DATA_DIR || '.data')
  const wanted = { root, dataDir, env: process.env, progress, products, signal: interrupted.signal }
  const shop = await addProducts(wanted)
  // Where nothing runs, the marketplace is brought up for as long as it takes.
  if (shop === null) await (await startStack({ ...wanted, ports: readPorts(process.env) })).stop()
  const where = shop === null ? 'npm start opens it.' : `See ${shop}/san-pham`
  console.log(`\nThe shop has a synthetic catalogue of ${products} products. ${where}`)
}

function readArguments([option, count, ...more]) {
  const products = option === '--products' && more.length === 0 ? readProductCount(count) : null
  if (products === null) throw new StackError('npm run seed needs to know how large the catalogue shall be.', USAGE)
  return products
}

try {
  await main()
  process.exit(0)
} catch (error) {
  if (interrupted.signal.aborted) {
    console.error('Stopped before it was done. Nothing is lost: run it again, and it goes on where it stopped.')
    process.exit(130)
  }
  if (error instanceof StackError) console.error([...error.lastLines, error.message].join('\n'))
  else console.error(error)
  process.exit(1)
}
