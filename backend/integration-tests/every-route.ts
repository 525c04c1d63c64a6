import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

export interface ServedRoute {
  method: string
  /** `:x` stands for one segment. */
  path: string
  /** First segment: the actor or area the route is for. */
  area: string
  /** Ours, or one that Medusa brings. */
  owner: 'own' | 'medusa'
}

const OWN = /^export (?:async function|function|const) (GET|POST|PUT|PATCH|DELETE)\b/gm
const BUILT = /^exports\.(GET|POST|PUT|PATCH|DELETE) =/gm

/**
 * Every route the shop serves, as Medusa finds them: by the files below `src/api` and below its own `api` folder, so that none can be
 * forgotten in a list. Where both have a route, ours is served and named once.
 */
export function everyRoute(): ServedRoute[] {
  const medusa = path.dirname(createRequire(__filename).resolve('@medusajs/medusa/package.json'))
  const own = routesBelow(path.join(process.cwd(), 'src/api'), 'route.ts', OWN, 'own')
  const taken = new Set(own.map(({ method, path: served }) => `${method} ${shapeOf(served)}`))
  const brought = routesBelow(path.join(medusa, 'dist/api'), 'route.js', BUILT, 'medusa')
  return [...own, ...brought.filter(({ method, path: served }) => !taken.has(`${method} ${shapeOf(served)}`))]
}

function routesBelow(folder: string, file: string, pattern: RegExp, owner: ServedRoute['owner']): ServedRoute[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((found) => path.basename(found) === file)
    .sort()
    .flatMap((found) => {
      const segments = path
        .dirname(found)
        .split(path.sep)
        .map((part) => part.replace(/^\[(.+)\]$/, ':$1'))
      const text = readFileSync(path.join(folder, found), 'utf8')
      const methods = new Set([...text.matchAll(pattern)].map(([, method]) => method ?? ''))
      return [...methods].map((method) => ({
        method,
        path: `/${segments.join('/')}`,
        area: segments[0] ?? '',
        owner,
      }))
    })
}

function shapeOf(served: string): string {
  return served.replace(/:\w+/g, ':x')
}
