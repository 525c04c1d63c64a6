#!/usr/bin/env node
// npm run bench: our figures beside a peer's, measured in one run on one machine, as ratios.
import { fileURLToPath } from 'node:url'
import { install, installNeeded } from './stack/install.mjs'
import { requireNode } from './stack/node-version.mjs'
import { StackError } from './stack/stack-error.mjs'

const rootUrl = new URL('../', import.meta.url)

async function main() {
  requireNode(rootUrl)
  if (installNeeded(rootUrl)) install(rootUrl)
  const { runBenchmarks } = await import('../test/bench/run-benchmarks.mjs')
  const missed = await runBenchmarks(fileURLToPath(rootUrl), process.argv.slice(2))
  process.exit(missed > 0 ? 1 : 0)
}

main().catch((error) => {
  if (error instanceof StackError) console.error([...error.lastLines, error.message].join('\n'))
  else console.error(error)
  process.exit(1)
})
