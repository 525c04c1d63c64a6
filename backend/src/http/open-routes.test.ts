import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { OWN_ADMIN_ROUTES } from '../api/admin/own-routes'
import { OWN_INSPECTOR_ROUTES } from '../api/inspector/own-routes'
import { OWN_OFFICIAL_ROUTES } from '../api/official/own-routes'
import { OWN_PRODUCER_ROUTES } from '../api/producer/own-routes'
import { OWN_STORE_ROUTES } from '../api/store/own-routes'
import { isApiError } from './api-error'
import { guardInspectorRoutes } from './inspector-guard'
import { guardOfficialRoutes } from './official-guard'
import { guardOpenRoutes, OPEN_STORE_ROUTES } from './open-routes'
import { guardProducerRoutes } from './producer-guard'
import { checkedBy } from './validate'

const load = createRequire(path.join(process.cwd(), 'package.json'))
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

interface Route {
  method: string
  path: string
  exports: Record<string, unknown>
}

/** Every route that Medusa would make of the files below a folder. */
function routesIn(folder: string, prefix: string): Route[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|[\\/])route\.(ts|js)$/.test(file))
    .flatMap((file) => {
      const exported = load(path.join(folder, file)) as Record<string, unknown>
      const segments = path.dirname(file).split(path.sep)
      const route = [prefix, ...segments.filter((segment) => segment !== '.')].join('/').replace(/\[(\w+)\]/g, ':$1')
      return METHODS.filter((method) => typeof exported[method] === 'function').map((method) => ({
        method,
        path: route,
        exports: exported,
      }))
    })
}

/** What the guard says: `open`, or the status of its refusal. */
function guard(method: string, requestPath: string): string {
  let answer = 'silent'
  const next = (error?: unknown) => {
    answer = error === undefined ? 'open' : String(isApiError(error) ? error.status : error)
  }
  guardOpenRoutes({ method, path: requestPath } as Parameters<typeof guardOpenRoutes>[0], {} as never, next)
  return answer
}

const own = routesIn(path.resolve('src/api'), '')
const core = routesIn(path.dirname(load.resolve('@medusajs/medusa/api/store/middlewares')), '/store')

/** Doors that let nobody pass without an account; each has a suite that knocks with every wrong one. */
const GUARDED = /^(GET|POST|PUT) \/(producer|inspector|official|admin)\//

/** Routes outside `/store`, and why they need neither key nor session. */
const PUBLIC: Record<string, string> = {
  'GET /health': 'Load balancers ask; it names no secret and no person.',
  'GET /live': 'Load balancers ask.',
  'GET /hooks/vnpay/ipn': 'VNPay tells of payments; the signature alone decides what is believed.',
}

it('finds the routes it walks', () => {
  expect(own.length).toBeGreaterThan(12)
  expect(core.length).toBeGreaterThan(30)
})

it('has every route of ours behind a door, or declared: open with a reason, or public with one', () => {
  const open = new Map(OPEN_STORE_ROUTES.map((route) => [`${route.method} ${route.path}`, route.reason]))
  for (const route of own) {
    const name = `${route.method} ${route.path}`
    const reason = open.get(name) ?? PUBLIC[name]
    expect([name, GUARDED.test(name) || (reason?.length ?? 0) > 10]).toEqual([name, true])
    expect([name, route.exports.AUTHENTICATE]).toEqual([name, undefined])
  }
})

/** Forms, which have no JSON body: the route checks them itself, and its suite sends it what it must refuse. */
const FORMS = [
  '/admin/bank-files',
  '/admin/bank-files/check',
  '/admin/carrier-files',
  '/admin/carrier-files/check',
  '/producer/evidence',
  '/producer/listing-imports',
  '/inspector/photos',
  '/official/post-inspections/:id/photos',
  '/store/scan-reports',
  '/producer/papers',
  '/producer/papers/:id/replace',
  '/store/seller-applications/:id/papers',
  '/producer/stories/:product/pictures',
  '/official/evaluations/:id/photos',
  '/official/decision-imports',
  '/store/order-groups/:id/orders/:order/returns',
]

it('has a validator on every mutating route of ours that refuses unknown keys', () => {
  const mutating = own.filter((route) => route.method !== 'GET')
  expect(mutating.length).toBeGreaterThan(0)
  for (const route of mutating) {
    if (FORMS.includes(route.path)) continue
    const entry = [
      ...OWN_STORE_ROUTES,
      ...OWN_PRODUCER_ROUTES,
      ...OWN_INSPECTOR_ROUTES,
      ...OWN_OFFICIAL_ROUTES,
      ...OWN_ADMIN_ROUTES,
    ].find(
      (candidate) => candidate.matcher === route.path && candidate.methods.some((method) => method === route.method),
    )
    expect([route.path, entry?.middlewares.some((each) => checkedBy(each)?.part === 'body')]).toEqual([
      route.path,
      true,
    ])
  }
})

it.each([
  ['producer', guardProducerRoutes, OWN_PRODUCER_ROUTES],
  ['inspector', guardInspectorRoutes, OWN_INSPECTOR_ROUTES],
  ['official', guardOfficialRoutes, OWN_OFFICIAL_ROUTES],
] as const)('asks the %s door about every route below it, and about no other', (actor, door, routes) => {
  const asked = (path: string) => {
    let passed = false
    const scope = { resolve: () => ({ projectConfig: { http: { jwtSecret: 'x' } }, debug: () => undefined }) }
    door({ path, headers: {}, scope } as never, {} as never, (error?: unknown) => {
      passed = error === undefined
    })
    return !passed
  }
  const below = own.filter((route) => route.path.startsWith(`/${actor}`))
  const checked = routes.flatMap(({ methods }) => methods).length
  expect(below.length).toBe(checked + FORMS.filter((path) => path.startsWith(`/${actor}`)).length)
  for (const { path } of below) expect([path, asked(path), asked(path.toUpperCase())]).toEqual([path, true, true])
  for (const path of [`/${actor}s`, `/store/${actor}s`, `/admin/${actor}s/:id`, '/health']) {
    expect([path, asked(path)]).toEqual([path, false])
  }
})

it('lets through of Medusa’s own store routes exactly these', () => {
  const through = core
    .filter((route) => guard(route.method, route.path.replace(/:\w+/g, 'id_01')) === 'open')
    .map((route) => `${route.method} ${route.path}`)
    .sort()
  expect(through).toEqual([
    'DELETE /store/carts/:id/line-items/:line_id',
    'DELETE /store/customers/me/addresses/:address_id',
    'GET /store/carts/:id',
    'GET /store/collections',
    'GET /store/customers/me',
    'GET /store/customers/me/addresses',
    'GET /store/orders/:id',
    'GET /store/product-categories',
    'GET /store/products',
    'GET /store/products/:id',
    'GET /store/regions',
    'GET /store/regions/:id',
    'POST /store/carts',
    'POST /store/carts/:id/line-items',
    'POST /store/carts/:id/line-items/:line_id',
    'POST /store/customers/me',
    'POST /store/customers/me/addresses',
    'POST /store/customers/me/addresses/:address_id',
  ])
  for (const route of through.filter((name) => name.includes('/customers/me'))) {
    expect([route, own.some(({ method, path: served }) => `${method} ${served}` === route)]).toEqual([route, true])
  }
  expect(own.some((route) => route.method === 'GET' && route.path === '/store/orders/:id')).toBe(true)
})

it('lets the dashboard sign in, and nobody through Medusa’s other doors', () => {
  for (const path of [
    '/auth/user/emailpass',
    '/auth/session',
    '/auth/token/refresh',
    '/auth/user/emailpass/register',
    '/auth/producer/emailpass',
    '/auth/official/emailpass',
    '/auth/customer/emailpass',
  ]) {
    expect([path, guard('POST', path)]).toEqual([path, 'open'])
  }
  for (const path of [
    '/auth/producer/emailpass/register',
    '/auth/producer/emailpass/update',
    '/auth/producer/emailpass/reset-password',
    '/auth/producer/google',
    '/auth/official/emailpass/register',
    '/auth/official/emailpass/reset-password',
    '/auth/customer/emailpass/register',
    '/auth/customer/emailpass/reset-password',
    '/auth/user/google/callback',
  ]) {
    expect([path, guard('POST', path)]).toEqual([path, '404'])
  }
  expect(guard('POST', '/hooks/payment/pp_system_default')).toBe('404')
  expect(guard('POST', '/cloud/auth')).toBe('404')
  expect(guard('GET', '/admin/orders')).toBe('open')
})

it('cannot be passed by case, slashes or another method', () => {
  expect(guard('POST', '/STORE/carts/cart_1/complete')).toBe('404')
  expect(guard('POST', '/store/carts/cart_1/complete/')).toBe('403')
  expect(guard('POST', '/store//returns')).toBe('404')
  expect(guard('POST', '/store/returns')).toBe('401')
  expect(guard('PUT', '/store/carts')).toBe('404')
  expect(guard('HEAD', '/store/carts/cart_1')).toBe('open')
  expect(guard('GET', '/storefront')).toBe('open')
  expect(guard('GET', '/store')).toBe('404')
})
