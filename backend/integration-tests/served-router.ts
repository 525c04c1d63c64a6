import { Server } from 'node:http'

interface Layer {
  route?: { path: string | string[]; methods: Record<string, boolean> }
  handle?: { stack?: Layer[] }
}

/** `METHOD /path` of every route in the router of the shop that listens in this process, whoever put it there. */
export function servedRouter(): string[] {
  const handles = (process as unknown as { _getActiveHandles(): unknown[] })._getActiveHandles()
  const apps = handles
    .filter((handle) => handle instanceof Server)
    .flatMap((server) => server.listeners('request'))
    .flatMap((app) => {
      const { _router } = app as unknown as { _router?: { stack: Layer[] } }
      return _router ? [_router.stack] : []
    })
  return [...new Set(apps.flatMap((stack) => routesOf(stack)))].sort()
}

function routesOf(stack: readonly Layer[]): string[] {
  return stack.flatMap(({ route, handle }) => {
    if (!route) return handle?.stack ? routesOf(handle.stack) : []
    const methods = Object.keys(route.methods).filter((method) => route.methods[method])
    return [route.path].flat().flatMap((path) => methods.map((method) => `${method.toUpperCase()} ${path}`))
  })
}
