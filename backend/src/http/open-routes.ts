import type { MedusaRequestHandler } from '@medusajs/framework/http'
import { ApiError } from './api-error'
import type { ErrorCode } from './messages'

interface OpenRoute {
  method: 'GET' | 'POST' | 'DELETE'
  /** Segments; `:x` stands for one segment. */
  path: string
  /** Why anybody with the publishable key may call it. */
  reason: string
}

const CART = 'A cart belongs to whoever knows its unguessable id; nothing is paid or ordered here.'
const GROUP = 'Guarded by the signed token of the group, not by a session.'
const PAY = 'Guarded by the signed token of the order group, not by a session.'
const CATALOGUE = 'Public catalogue, read only.'
const REGISTER = 'Decisions are public: anybody may check a star, read only.'
const SELLER_LINK = 'Guarded by the signed token of the application’s or invitation’s link.'
const STAY_LINK = 'Guarded by the signed token of the enquiry’s link.'
const OWN = 'Public figures and pages of the programme, read only.'
const CUSTOMER = 'Behind the door of signed-in customers (guardCustomerRoutes), who see what is theirs alone.'

/**
 * Every route below `/store` that answers. Medusa's others stay closed: orders, returns, customers, payment sessions and
 * cart completion among them. A new route is closed until it is named here.
 */
export const OPEN_STORE_ROUTES: readonly OpenRoute[] = [
  { method: 'GET', path: '/store/catalogue', reason: CATALOGUE },
  { method: 'GET', path: '/store/catalogue/:handle', reason: CATALOGUE },
  { method: 'GET', path: '/store/producers', reason: OWN },
  { method: 'GET', path: '/store/producers/:handle', reason: OWN },
  { method: 'GET', path: '/store/provinces', reason: OWN },
  { method: 'GET', path: '/store/provinces/:key', reason: OWN },
  { method: 'GET', path: '/store/provinces/:key/communes', reason: OWN },
  { method: 'GET', path: '/store/statistics', reason: OWN },
  { method: 'GET', path: '/store/programme-figures', reason: OWN },
  { method: 'GET', path: '/store/rules', reason: OWN },
  { method: 'GET', path: '/store/rules/:kind/:key', reason: OWN },
  { method: 'GET', path: '/store/mark-uses/:recognition', reason: OWN },
  { method: 'GET', path: '/store/shops', reason: OWN },
  { method: 'GET', path: '/store/shops/:handle', reason: OWN },
  { method: 'GET', path: '/store/fairs', reason: OWN },
  { method: 'GET', path: '/store/fairs/:slug', reason: OWN },
  { method: 'GET', path: '/store/fairs/:slug/catalogue.pdf', reason: OWN },
  { method: 'GET', path: '/store/sitemap', reason: OWN },
  { method: 'GET', path: '/store/site-pages/:key', reason: 'Pages the law asks for, read only.' },
  { method: 'GET', path: '/store/consents', reason: 'Wordings of consents, read only.' },
  {
    method: 'POST',
    path: '/store/complaints',
    reason: 'Anybody may complain (Law 122/2025, Article 7); limited per address.',
  },
  { method: 'GET', path: '/store/complaints/:id', reason: 'Guarded by the signed token of the complaint’s link.' },
  { method: 'POST', path: '/store/accounts', reason: 'Anybody may open a customer’s account; limited per address.' },
  {
    method: 'POST',
    path: '/store/accounts/forgot',
    reason: 'Sends a link to the address itself and tells nobody whether it has an account; limited per address.',
  },
  { method: 'POST', path: '/store/accounts/reset', reason: 'Guarded by the token of that link, once, for an hour.' },
  {
    method: 'POST',
    path: '/store/members/forgot',
    reason:
      'Sends a link to the address itself and tells nobody whether a member has it; limited per address and member.',
  },
  { method: 'POST', path: '/store/members/reset', reason: 'Guarded by the token of that link, once, for an hour.' },
  { method: 'GET', path: '/store/customers/me', reason: CUSTOMER },
  { method: 'POST', path: '/store/customers/me', reason: CUSTOMER },
  { method: 'GET', path: '/store/customers/me/orders', reason: CUSTOMER },
  { method: 'GET', path: '/store/customers/me/addresses', reason: CUSTOMER },
  { method: 'POST', path: '/store/customers/me/addresses', reason: CUSTOMER },
  { method: 'POST', path: '/store/customers/me/addresses/:address_id', reason: CUSTOMER },
  { method: 'DELETE', path: '/store/customers/me/addresses/:address_id', reason: CUSTOMER },
  { method: 'GET', path: '/store/customers/me/consents', reason: CUSTOMER },
  { method: 'POST', path: '/store/customers/me/consents', reason: CUSTOMER },
  { method: 'GET', path: '/store/customers/me/follows', reason: CUSTOMER },
  { method: 'POST', path: '/store/customers/me/follows', reason: CUSTOMER },
  { method: 'DELETE', path: '/store/customers/me/follows/:follow_id', reason: CUSTOMER },
  { method: 'GET', path: '/store/customers/me/notices', reason: CUSTOMER },
  { method: 'POST', path: '/store/customers/me/notices/read', reason: CUSTOMER },
  { method: 'POST', path: '/store/customers/me/carts/:cart_id', reason: CUSTOMER },
  { method: 'POST', path: '/store/customers/me/complaints', reason: CUSTOMER },
  { method: 'GET', path: '/store/customers/me/export', reason: CUSTOMER },
  { method: 'POST', path: '/store/customers/me/deletion', reason: CUSTOMER },
  { method: 'GET', path: '/store/register', reason: REGISTER },
  { method: 'GET', path: '/store/register.csv', reason: REGISTER },
  { method: 'GET', path: '/store/register.json', reason: REGISTER },
  { method: 'GET', path: '/store/decisions/:id', reason: REGISTER },
  { method: 'GET', path: '/store/decisions/:id/document.pdf', reason: REGISTER },
  { method: 'GET', path: '/store/recognitions/:id/certificate.pdf', reason: REGISTER },
  { method: 'GET', path: '/store/orders/:id', reason: 'Guarded by the signed order token, not by a session.' },
  { method: 'GET', path: '/store/order-groups/:id/transfer', reason: 'Guarded by the signed token of the group.' },
  { method: 'GET', path: '/store/order-groups/:id/transfer.png', reason: 'Guarded by the signed token of the group.' },
  {
    method: 'GET',
    path: '/store/order-groups/:id/orders/:order/returns',
    reason: 'Guarded by the signed token of the order group.',
  },
  {
    method: 'POST',
    path: '/store/order-groups/:id/orders/:order/returns',
    reason: 'Guarded by the signed token of the order group.',
  },
  {
    method: 'GET',
    path: '/store/order-groups/:id/orders/:order/reviews',
    reason: 'Guarded by the signed token of the order group.',
  },
  {
    method: 'POST',
    path: '/store/order-groups/:id/orders/:order/reviews',
    reason: 'Guarded by the signed token of the order group.',
  },
  {
    method: 'POST',
    path: '/store/order-groups/:id/orders/:order/reviews/withdraw',
    reason: 'Guarded by the signed token of the order group.',
  },
  { method: 'GET', path: '/store/order-groups/:id/orders/:order/messages', reason: GROUP },
  { method: 'POST', path: '/store/order-groups/:id/orders/:order/messages', reason: GROUP },
  { method: 'POST', path: '/store/order-groups/:id/orders/:order/messages/read', reason: GROUP },
  { method: 'GET', path: '/store/product-reviews/:handle', reason: 'What buyers said, once the operator shows it.' },
  { method: 'GET', path: '/store/stays/:handle', reason: CATALOGUE },
  {
    method: 'POST',
    path: '/store/stay-enquiries',
    reason: 'Anybody may ask a host for days; limited per address.',
  },
  { method: 'GET', path: '/store/stay-enquiries/:id', reason: STAY_LINK },
  { method: 'POST', path: '/store/stay-enquiries/:id/accept', reason: STAY_LINK },
  { method: 'POST', path: '/store/stay-enquiries/:id/withdraw', reason: STAY_LINK },
  {
    method: 'POST',
    path: '/store/order-groups/:id/returns/:request/withdraw',
    reason: 'Guarded by the signed token of the order group.',
  },
  {
    method: 'POST',
    path: '/store/order-groups/:id/returns/:request/dispute',
    reason: 'Guarded by the signed token of the order group.',
  },
  {
    method: 'POST',
    path: '/store/order-groups/:id/parcels/:parcel/received',
    reason: 'Guarded by the signed token of the order group.',
  },
  { method: 'POST', path: '/store/carts', reason: CART },
  { method: 'GET', path: '/store/carts/:id', reason: CART },
  { method: 'POST', path: '/store/carts/:id/line-items', reason: CART },
  { method: 'POST', path: '/store/carts/:id/line-items/:line_id', reason: CART },
  { method: 'DELETE', path: '/store/carts/:id/line-items/:line_id', reason: CART },
  { method: 'GET', path: '/store/carts/:id/review', reason: CART },
  { method: 'POST', path: '/store/carts/:id/delivery', reason: CART },
  { method: 'POST', path: '/store/carts/:id/consents', reason: CART },
  { method: 'POST', path: '/store/carts/:id/place', reason: 'Guests order; the Idempotency-Key makes it one order.' },
  { method: 'POST', path: '/store/carts/:id/choices', reason: CART },
  { method: 'POST', path: '/store/carts/:id/offers', reason: CART },
  { method: 'DELETE', path: '/store/carts/:id/offers/:code', reason: CART },
  { method: 'GET', path: '/store/order-groups/:id', reason: GROUP },
  { method: 'POST', path: '/store/order-groups/:id/cancel', reason: GROUP },
  { method: 'POST', path: '/store/order-groups/:id/method', reason: GROUP },
  { method: 'POST', path: '/store/order-groups/:id/refund-account', reason: GROUP },
  { method: 'POST', path: '/store/order-groups/:id/payments', reason: PAY },
  { method: 'GET', path: '/store/order-groups/:id/payment', reason: PAY },
  {
    method: 'POST',
    path: '/store/scan-reports',
    reason: 'Anybody who scanned a package may tell what is wrong with it.',
  },
  { method: 'POST', path: '/store/seller-applications', reason: 'Anybody may ask to sell; an operator judges it.' },
  { method: 'GET', path: '/store/seller-applications/:id', reason: SELLER_LINK },
  { method: 'POST', path: '/store/seller-applications/:id', reason: SELLER_LINK },
  { method: 'POST', path: '/store/seller-applications/:id/papers', reason: SELLER_LINK },
  { method: 'GET', path: '/store/seller-applications/:id/papers/:paper/file', reason: SELLER_LINK },
  { method: 'POST', path: '/store/seller-applications/:id/papers/:paper/remove', reason: SELLER_LINK },
  { method: 'POST', path: '/store/seller-applications/:id/submit', reason: SELLER_LINK },
  { method: 'GET', path: '/store/member-invitations/:id', reason: SELLER_LINK },
  { method: 'POST', path: '/store/member-invitations/:id/accept', reason: SELLER_LINK },
  { method: 'GET', path: '/store/products', reason: CATALOGUE },
  { method: 'GET', path: '/store/products/:id', reason: CATALOGUE },
  { method: 'GET', path: '/store/regions', reason: CATALOGUE },
  { method: 'GET', path: '/store/regions/:id', reason: CATALOGUE },
  { method: 'GET', path: '/store/collections', reason: CATALOGUE },
  { method: 'GET', path: '/store/product-categories', reason: CATALOGUE },
]

/** Closed routes that get a better answer than "not found". */
const CLOSED: readonly { method: string; path: string; status: number; code: ErrorCode }[] = [
  { method: 'POST', path: '/store/returns', status: 401, code: 'sign_in_required' },
  { method: 'POST', path: '/store/carts/:id/complete', status: 403, code: 'use_place' },
]

/**
 * Signing in of the dashboard's users (Medusa's `user` actor), invited colleagues included, and of producers' people, inspectors and
 * officials, whose accounts the operator makes: they cannot register. Customers sign in here too, but open
 * their accounts and choose new passwords through `/store/accounts`. Medusa's payment hooks and its cloud stay closed: this shop does not use them.
 */
const OPEN_AUTH =
  /^\/auth\/(session|token\/refresh|mfa\/.+|verification\/.+|user\/providers|user\/emailpass(\/(register|update|reset-password))?|(producer|inspector|official|customer)\/emailpass)\/?$/

/** The one hook: VNPay calls it, and it judges each call by its signature alone. */
const OPEN_HOOK = /^\/hooks\/vnpay\/ipn\/?$/

const matchers = OPEN_STORE_ROUTES.map((route) => ({ method: route.method, pattern: toPattern(route.path) }))
const closed = CLOSED.map((route) => ({ ...route, pattern: toPattern(route.path) }))

/** Deny by default: lets only the named routes below `/store`, `/auth`, `/hooks` and `/cloud` through. */
export const guardOpenRoutes: MedusaRequestHandler = (req, _res, next) => {
  const [, area] = /^\/(store|auth|hooks|cloud)(?:\/|$)/i.exec(req.path) ?? []
  if (area === undefined || req.method === 'OPTIONS') {
    next()
    return
  }
  const method = req.method === 'HEAD' ? 'GET' : req.method
  const open =
    area.toLowerCase() === 'store'
      ? matchers.some((route) => route.method === method && route.pattern.test(req.path))
      : OPEN_AUTH.test(req.path) || (method === 'GET' && OPEN_HOOK.test(req.path))
  if (open) {
    next()
    return
  }
  const known = closed.find((route) => route.method === method && route.pattern.test(req.path))
  next(known ? new ApiError(known.status, known.code) : new ApiError(404, 'not_found'))
}

function toPattern(path: string): RegExp {
  const segments = path.split('/').map((segment) => (segment.startsWith(':') ? '[^/]+' : segment))
  return new RegExp(`^${segments.join('/')}/?$`)
}
