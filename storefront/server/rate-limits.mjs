import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { sendPlainPage } from './plain-page.mjs'

/** Requests a minute from one address, by what they can do; files under /assets are not counted. */
export const LIMITS = { page: 1200, write: 60, code: 60, report: 60, signIn: 10, upload: 12 }

/**
 * Names the class of a request. `code` are the addresses where unit codes could be guessed, `signIn` those where
 * passwords could.
 * @param {string} method
 * @param {string} path
 * @returns {keyof typeof LIMITS}
 */
export function limitClass(method, path) {
  if (path === '/csp-report') return 'report'
  if (/^\/(q|01|trace\/(verify|qr)|kiem-tra-tem|don-hang)(\/|\.data|$)/i.test(path)) return 'code'
  if (method === 'GET' || method === 'HEAD') return 'page'
  if (path === '/bao-van-de') return 'upload'
  return /^\/(chu-the|kiem-tra|can-bo)\/dang-nhap(\/|\.data|$)/i.test(path) ? 'signIn' : 'write'
}

/**
 * One limiter a class, counted in memory by client address (an IPv6 address by its /56).
 * @param {number} scale multiplies every limit
 * @returns {import('express').RequestHandler}
 */
export function rateLimits(scale) {
  const limiters = Object.fromEntries(
    Object.entries(LIMITS).map(([name, perMinute]) => [
      name,
      rateLimit({
        windowMs: 60_000,
        limit: perMinute * scale,
        standardHeaders: false,
        legacyHeaders: false,
        keyGenerator: (req) => ipKeyGenerator(req.ip ?? 'unknown'),
        handler: (_req, res) => sendPlainPage(res.set('Retry-After', '60'), 429),
      }),
    ]),
  )
  return (req, res, next) => limiters[limitClass(req.method, req.path)]?.(req, res, next)
}
