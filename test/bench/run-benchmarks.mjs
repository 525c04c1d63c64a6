import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { benchCatalogue } from '../../backend/bench/catalogue.mjs'
import { createProgress } from '../../scripts/stack/progress.mjs'
import { withTestStack } from '../../scripts/testing/test-stack.mjs'
import { benchEpcisPipeline } from '../../traceability/bench/epcis-pipeline.mjs'
import { benchEpcisStore } from '../../traceability/bench/epcis-store.mjs'
import { benchLabels } from '../../traceability/bench/labels.mjs'
import { benchScanCost } from '../../traceability/bench/scan-cost.mjs'
import { benchVerify } from '../../traceability/bench/verify.mjs'
import { benchCataloguePage } from './catalogue-page.mjs'
import { benchCloneAlerts } from './clones.mjs'
import { benchCompleteCart } from './complete-cart.mjs'
import { benchFootprint } from './footprint.mjs'
import { benchRegister } from './register.mjs'

const BENCHMARKS = {
  catalogue: ({ run }) => benchCatalogue({ backendUrl: run.backend, publishableKey: run.publishableKey }),
  register: ({ run }) =>
    benchRegister({
      backendUrl: run.backend,
      publishableKey: run.publishableKey,
      account: run.accounts.find(({ role }) => role === 'ministry'),
      pid: run.pids.backend,
    }),
  verify: ({ run }) => benchVerify({ databaseUrl: run.database }),
  'scan-cost': ({ run }) => benchScanCost({ databaseUrl: run.database }),
  'epcis-pipeline': () => benchEpcisPipeline(),
  epcis: ({ run }) => benchEpcisStore({ databaseUrl: run.database }),
  labels: ({ run }) => benchLabels({ databaseUrl: run.database }),
  page: ({ run }) => benchCataloguePage(run),
  clones: () => benchCloneAlerts(),
  checkout: ({ run }) => benchCompleteCart(run),
  footprint: ({ run }) => benchFootprint(run),
}

/** Those that ask no server. */
const WITHOUT_STACK = new Set(['clones', 'epcis-pipeline'])

/**
 * Runs the named benchmarks (all when none is named) on a fresh stack, prints a table and writes `.data/bench/latest.json`.
 * Out: how many missed their bar.
 */
export async function runBenchmarks(root, names) {
  const unknown = names.filter((name) => !(name in BENCHMARKS))
  if (unknown.length > 0)
    throw new Error(`“${unknown[0]}” is no benchmark; choose from ${Object.keys(BENCHMARKS).join(', ')}`)
  const chosen = names.length > 0 ? names : Object.keys(BENCHMARKS)
  const rows = []
  for (const name of chosen) if (WITHOUT_STACK.has(name)) rows.push(...[await BENCHMARKS[name]({})].flat())
  const others = chosen.filter((name) => !WITHOUT_STACK.has(name))
  if (others.length > 0) {
    await withTestStack({ root, progress: createProgress(), durable: true }, async (runFile) => {
      const run = JSON.parse(readFileSync(runFile, 'utf8'))
      for (const name of others) rows.push(...[await BENCHMARKS[name]({ run })].flat())
    })
  }
  const machine = {
    node: process.version,
    cores: os.availableParallelism(),
    cpu: os.cpus()[0]?.model,
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
  }
  const target = path.join(root, '.data/bench/latest.json')
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(target, `${JSON.stringify({ at: new Date().toISOString(), machine, rows }, null, 2)}\n`)
  printTable(rows)
  return rows.filter(missed).length
}

function missed({ ratio, bar }) {
  return bar !== null && bar !== undefined && ratio < bar
}

function printTable(rows) {
  const figure = (value) =>
    value === null || value === undefined
      ? '–'
      : value >= 100
        ? Math.floor(value).toLocaleString('en')
        : value.toFixed(2)
  console.log('\nours · peer · ratio · bar')
  for (const row of rows) {
    console.log(`${missed(row) ? 'MISS' : 'ok  '} ${row.name}`)
    console.log(
      `      ${figure(row.ours)} · ${figure(row.peer)} ${row.unit ?? ''} · ${figure(row.ratio)} · ${figure(row.bar)}`,
    )
  }
}
