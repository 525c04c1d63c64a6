import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'

/** What a handler may know of a request. `params` are percent-decoded; text that cannot be decoded stays as sent. */
export interface Request {
  incoming: IncomingMessage
  requestId: string
  params: Record<string, string>
  query: URLSearchParams
  /** The bearer token of `/internal/*` came with it. */
  trusted: boolean
}

export interface Answer {
  status: number
  headers: Record<string, string>
  body: string | Buffer | Readable
}

export interface Route {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS'
  /** Segments; `:name` takes one, a last `*name` takes the rest, however many slashes are in it. */
  pattern: string
  handle(request: Request): Promise<Answer> | Answer
}

export type Match =
  | { kind: 'found'; route: Route; params: Record<string, string> }
  | { kind: 'wrong_method'; allowed: string[] }
  | { kind: 'none' }

/**
 * Finds the route of a method and a raw path (as sent, without query). The path is cut before it is decoded, so an
 * encoded slash or `..` stays inside its segment and never becomes a path. HEAD is answered like GET.
 */
export function createRouter(routes: readonly Route[]): (method: string, path: string) => Match {
  const compiled = routes.map((route) => ({ route, parts: route.pattern.split('/').slice(1) }))
  return (method, path) => {
    const wanted = method === 'HEAD' ? 'GET' : method
    const segments = path.split('/').slice(1)
    const allowed: string[] = []
    for (const { route, parts } of compiled) {
      const params = matchSegments(parts, segments)
      if (!params) continue
      if (route.method === wanted) return { kind: 'found', route, params }
      allowed.push(route.method)
    }
    return allowed.length > 0 ? { kind: 'wrong_method', allowed } : { kind: 'none' }
  }
}

function matchSegments(parts: string[], segments: string[]): Record<string, string> | null {
  const params: Record<string, string> = {}
  for (const [i, part] of parts.entries()) {
    const segment = segments[i]
    if (segment === undefined) return null
    if (part.startsWith('*')) {
      params[part.slice(1)] = decoded(segments.slice(i).join('/'))
      return params
    }
    if (part.startsWith(':')) {
      if (segment === '') return null
      params[part.slice(1)] = decoded(segment)
    } else if (part !== segment.toLowerCase()) {
      return null
    }
  }
  return parts.length === segments.length ? params : null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
