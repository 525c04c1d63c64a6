import type { ServerResponse } from 'node:http'

const COMMON = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-site',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'x-dns-prefetch-control': 'off',
} as const

const ANSWERS = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
/** Medusa's dashboard: its own scripts, styles that its components write, pictures of products. */
const DASHBOARD = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Writes the security headers. In: the path without query, and whether the site is served over https. */
export function writeSecurityHeaders(res: ServerResponse, path: string, https: boolean): void {
  for (const [name, value] of Object.entries(COMMON)) res.setHeader(name, value)
  res.setHeader('content-security-policy', /^\/app(\/|$)/.test(path) ? DASHBOARD : ANSWERS)
  if (https) res.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains')
}
