#!/usr/bin/env node
// npm test: checks, unit, integration and end-to-end tests, each suite on a line, `N passed, N failed` at the end.
import { fileURLToPath } from 'node:url'
import { install, installNeeded } from './stack/install.mjs'
import { requireNode } from './stack/node-version.mjs'
import { StackError } from './stack/stack-error.mjs'

const rootUrl = new URL('../', import.meta.url)
const PHASES = ['check', 'unit', 'integration', 'e2e']
/** Parts of the others, on demand. */
const ON_DEMAND = ['conformance', 'rules', 'money']

async function main() {
  const asked = process.argv.slice(2)
  const unknown = asked.filter((phase) => ![...PHASES, ...ON_DEMAND].includes(phase))
  if (unknown.length > 0)
    throw new StackError(
      `“${unknown[0]}” is no part of the tests.`,
      `Choose from: ${[...PHASES, ...ON_DEMAND].join(', ')}.`,
    )
  requireNode(rootUrl)
  if (installNeeded(rootUrl)) {
    console.log('… install packages')
    install(rootUrl)
  }
  const { runPhases } = await import('./testing/run-phases.mjs')
  const interrupted = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => interrupted.abort())
  const phases = asked.length > 0 ? asked : PHASES
  const { passed, failed } = await runPhases(fileURLToPath(rootUrl), phases, interrupted.signal)
  if (interrupted.signal.aborted) {
    console.log('Stopped before the end; nothing is left running.')
    process.exit(130)
  }
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed > 0 || passed === 0 ? 1 : 0)
}

main().catch((error) => {
  if (error instanceof StackError) {
    for (const last of error.lastLines) console.error(`    ${last}`)
    console.error(`\n${error.message}`)
  } else console.error(error)
  console.log('0 passed, 1 failed')
  process.exit(1)
})
