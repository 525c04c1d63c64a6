#!/usr/bin/env node
// npm run seed -- --products 5000: adds a synthetic catalogue to the marketplace, whether it runs or not.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { install, installNeeded } from './stack/install.mjs'
import { requireNode } from './stack/node-version.mjs'
import { readPorts } from './stack/ports.mjs'
import { createProgress } from './stack/progress.mjs'
import { StackError } from './stack/stack-error.mjs'

const rootUrl = new URL('../', import.meta.url)
const root = fileURLToPath(rootUrl)
const USAGE = 'npm run seed -- --products 5000   adds a synthetic catalogue of that size (1 to 100,000)'

async function main() {
  const products = readProducts(process.argv.slice(2))
  requireNode(rootUrl)
  const progress = createProgress()
  if (installNeeded(rootUrl)) await progress.step('install packages', () => install(rootUrl))
  const { addProducts, startStack } = await import('./stack/stack.mjs')
  const interrupted = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => interrupted.abort())
  const common = {
    root,
    dataDir: path.resolve(root, process.env.DATA_DIR || '.data'),
    env: process.env,
    progress,
    products,
    signal: interrupted.signal,
  }
  const shop = await addProducts(common)
  if (shop !== null) return console.log(`${products} products are in the shop: ${shop}/san-pham`)
  // Nothing runs: the marketplace is brought up for as long as it takes, which also makes what a first start makes.
  const stack = await startStack({ ...common, ports: readPorts(process.env) })
  await stack.stop()
  console.log(`${products} products are in the shop. npm start opens it.`)
}

function readProducts(args) {
  const [option, count, ...more] = args
  if (option === '--products' && /^([1-9]\d{0,4}|100000)$/.test(count ?? '') && more.length === 0) return Number(count)
  throw new StackError('npm run seed needs to know how many products to add.', USAGE)
}

main().then(
  () => process.exit(0),
  (error) => {
    if (error instanceof StackError) console.error([...error.lastLines, error.message].join('\n'))
    else console.error(error)
    process.exit(1)
  },
)
