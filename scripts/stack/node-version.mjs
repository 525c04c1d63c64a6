import { readFileSync } from 'node:fs'
import { StackError } from './stack-error.mjs'

/** Refuses a Node older than `engines.node` of the root package.json, before anything else is loaded. */
export function requireNode(root, running = process.versions.node) {
  const wanted = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')).engines.node.replace(/^>=/, '')
  if (older(running, wanted))
    throw new StackError(
      `This is Node ${running}, and Sao Làng needs Node ${wanted} or newer.`,
      'Install a newer Node (nodejs.org or your system’s packages) and run the command again.',
    )
}

function older(a, b) {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number))
  for (const i of [0, 1, 2]) if (left[i] !== right[i]) return left[i] < right[i]
  return false
}
