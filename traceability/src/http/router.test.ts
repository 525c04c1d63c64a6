import { describe, expect, it } from 'vitest'
import { createRouter, type Route } from './router.ts'

const handle = () => ({ status: 200, headers: {}, body: '' })
const routes: Route[] = [
  { method: 'GET', pattern: '/verify/*code', handle },
  { method: 'GET', pattern: '/products/:ref/trace', handle },
  { method: 'PUT', pattern: '/internal/lots/:ref', handle },
  { method: 'POST', pattern: '/internal/lots/:ref/recall', handle },
]
const route = createRouter(routes)
const paramsOf = (method: string, path: string) => {
  const match = route(method, path)
  return match.kind === 'found' ? match.params : match.kind
}

describe('the router', () => {
  it('takes one segment by name', () => {
    expect(paramsOf('GET', '/products/sp_1/trace')).toEqual({ ref: 'sp_1' })
    expect(paramsOf('GET', '/products//trace')).toBe('none')
    expect(paramsOf('GET', '/products/a/b/trace')).toBe('none')
  })

  it('takes the rest, slashes and all', () => {
    expect(paramsOf('GET', '/verify/https://shop.test/q/ABC')).toEqual({ code: 'https://shop.test/q/ABC' })
    expect(paramsOf('GET', '/verify/')).toEqual({ code: '' })
    expect(paramsOf('GET', '/verify')).toBe('none')
  })

  it('cuts before it decodes: an encoded slash stays inside its segment', () => {
    expect(paramsOf('GET', '/products/a%2Fb/trace')).toEqual({ ref: 'a/b' })
    expect(paramsOf('GET', '/verify/..%2f..%2fetc%2fpasswd')).toEqual({ code: '../../etc/passwd' })
    expect(paramsOf('GET', '/verify/../internal/lots/x')).toEqual({ code: '../internal/lots/x' })
  })

  it('keeps text that cannot be decoded', () => {
    expect(paramsOf('GET', '/verify/%E0%A4%A')).toEqual({ code: '%E0%A4%A' })
  })

  it('answers HEAD like GET, and names the methods an address takes', () => {
    expect(paramsOf('HEAD', '/verify/x')).toEqual({ code: 'x' })
    expect(route('POST', '/verify/x')).toEqual({ kind: 'wrong_method', allowed: ['GET'] })
    expect(route('DELETE', '/internal/lots/x')).toEqual({ kind: 'wrong_method', allowed: ['PUT'] })
  })

  it('reads fixed segments in any case, because a QR holds the path in capitals', () => {
    expect(paramsOf('GET', '/VERIFY/X')).toEqual({ code: 'X' })
  })
})
