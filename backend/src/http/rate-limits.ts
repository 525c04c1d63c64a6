import type { MedusaRequest, MedusaRequestHandler } from '@medusajs/framework/http'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { ApiError } from './api-error'

interface PathClass {
  name: string
  method: 'GET' | 'POST'
  path: RegExp
  /** Requests a minute from one address. */
  perMinute: number
}

/**
 * Limits by class of path, per client address and process. The storefront passes its visitor's address in
 * `x-forwarded-for`; exactly one hop is trusted. Orders and carts are limited against floods, not against customers behind
 * one shared address; signing in is limited against guessing.
 */
export const PATH_CLASSES: readonly PathClass[] = [
  { name: 'sign-in', method: 'POST', path: /^\/auth\//, perMinute: 20 },
  { name: 'cart', method: 'POST', path: /^\/store\/carts\/?$/, perMinute: 300 },
  { name: 'place', method: 'POST', path: /^\/store\/carts\/[^/]+\/place\/?$/, perMinute: 600 },
  { name: 'account', method: 'POST', path: /^\/store\/accounts(\/(forgot|reset))?\/?$/, perMinute: 10 },
  { name: 'member-password', method: 'POST', path: /^\/store\/members\/(forgot|reset)\/?$/, perMinute: 10 },
  { name: 'refund-account', method: 'POST', path: /^\/store\/order-groups\/[^/]+\/refund-account\/?$/, perMinute: 20 },
  { name: 'complaint', method: 'POST', path: /^\/store\/complaints\/?$/, perMinute: 5 },
  { name: 'stay-enquiry', method: 'POST', path: /^\/store\/stay-enquiries\/?$/, perMinute: 5 },
  { name: 'stay-answer', method: 'POST', path: /^\/store\/stay-enquiries\/[^/]+\/\w+\/?$/, perMinute: 20 },
  { name: 'export', method: 'GET', path: /^\/store\/customers\/me\/export\/?$/, perMinute: 10 },
  { name: 'deletion', method: 'POST', path: /^\/store\/customers\/me\/deletion\/?$/, perMinute: 5 },
  { name: 'scan-report', method: 'POST', path: /^\/store\/scan-reports\/?$/, perMinute: 5 },
  {
    name: 'decision-paper',
    method: 'GET',
    path: /^\/store\/(decisions\/[^/]+\/document|recognitions\/[^/]+\/certificate)\.pdf$/,
    perMinute: 60,
  },
  { name: 'seller-application', method: 'POST', path: /^\/store\/seller-applications\/?$/, perMinute: 30 },
  { name: 'seller-paper', method: 'POST', path: /^\/store\/seller-applications\/[^/]+\/papers\/?$/, perMinute: 60 },
  { name: 'invitation', method: 'POST', path: /^\/store\/member-invitations\/[^/]+\/accept\/?$/, perMinute: 20 },
  {
    name: 'password',
    method: 'POST',
    path: /^\/producer\/(password|bank-account)\/?$/,
    perMinute: 10,
  },
  { name: 'centre-account', method: 'POST', path: /^\/official\/centre\/bank-account\/?$/, perMinute: 10 },
  { name: 'register-file', method: 'GET', path: /^\/store\/register\.(csv|json)$/, perMinute: 20 },
  { name: 'decision-import', method: 'POST', path: /^\/official\/decision-imports\/?$/, perMinute: 60 },
  { name: 'paper', method: 'POST', path: /^\/producer\/papers(\/[^/]+\/replace)?\/?$/, perMinute: 120 },
  {
    name: 'review',
    method: 'POST',
    path: /^\/store\/order-groups\/[^/]+\/orders\/[^/]+\/reviews(\/withdraw)?\/?$/,
    perMinute: 20,
  },
  {
    name: 'message',
    method: 'POST',
    path: /^\/store\/order-groups\/[^/]+\/orders\/[^/]+\/messages(\/read)?\/?$/,
    perMinute: 60,
  },
  {
    name: 'return-request',
    method: 'POST',
    path: /^\/store\/order-groups\/[^/]+\/(orders\/[^/]+\/returns|returns\/[^/]+\/\w+)\/?$/,
    perMinute: 20,
  },
  {
    name: 'evidence',
    method: 'POST',
    path: /^\/(producer\/evidence|inspector\/photos|official\/post-inspections\/[^/]+\/photos)\/?$/,
    perMinute: 120,
  },
]

/**
 * One handler for all classes; a request outside of them passes. Answers 429 in the contract's shape. In: how many times
 * each limit is allowed (RATE_LIMIT_SCALE).
 */
export function limitRates(scale: number, classes: readonly PathClass[] = PATH_CLASSES): MedusaRequestHandler {
  const limiters = classes.map((pathClass) => ({
    pathClass,
    limiter: rateLimit({
      windowMs: 60_000,
      limit: pathClass.perMinute * scale,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      identifier: pathClass.name,
      keyGenerator: (req) => ipKeyGenerator(req.ip ?? ''),
      handler: (_req, _res, next) => next(new ApiError(429, 'too_many_requests')),
    }),
  }))
  return (req: MedusaRequest, res, next) => {
    const found = limiters.find(({ pathClass }) => req.method === pathClass.method && pathClass.path.test(req.path))
    if (!found) {
      next()
      return
    }
    void found.limiter(req, res, next)
  }
}
