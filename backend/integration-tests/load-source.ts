import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(path.join(process.cwd(), 'package.json'))

/**
 * Loads a file of the backend the way the running shop does. A plain import in a suite would go through Vite and make a
 * second copy of every workflow, which Medusa refuses.
 * In: path from the backend's root, e.g. `./src/outbox/deliver-due`. Out: its exports; name them with `typeof import()`.
 */
export function loadSource<Exports>(pathFromRoot: `./${string}`): Exports {
  return require(pathFromRoot) as Exports
}
