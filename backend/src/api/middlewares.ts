import { defineMiddlewares, type MedusaRequestHandler } from '@medusajs/framework/http'
import { environment } from '../env'
import { serveFiles } from '../files/serve-files'
import { beginRequest } from '../http/begin-request'
import { errorAnswer } from '../http/error-answer'
import { limitRates } from '../http/rate-limits'
import { validateBody, validateQuery } from '../http/validate'
import { guardStoreRoutes } from '../http/store-routes'
import { catalogueMiddlewares } from './store/catalogue/middlewares'
import {
  DELIVERY_CODES,
  DeliveryBodySchema,
  LocaleQuerySchema,
  PlaceBodySchema,
  ProducersQuerySchema,
} from './store/validators'

const env = environment()

const begin: MedusaRequestHandler = (req, res, next) => {
  req.app.disable('x-powered-by')
  res.removeHeader('x-powered-by')
  beginRequest(req, res, env.STOREFRONT_URL.startsWith('https:'), next)
}

/** Own routes: every one refuses keys it does not know, in the body and in the query. */
export const OWN_STORE_ROUTES: { matcher: string; methods: ('GET' | 'POST')[]; middlewares: MedusaRequestHandler[] }[] = [
  ...catalogueMiddlewares,
  { matcher: '/store/producers', methods: ['GET'], middlewares: [validateQuery(ProducersQuerySchema)] },
  { matcher: '/store/producers/:handle', methods: ['GET'], middlewares: [validateQuery(LocaleQuerySchema)] },
  { matcher: '/store/provinces', methods: ['GET'], middlewares: [validateQuery(LocaleQuerySchema)] },
  { matcher: '/store/provinces/:key', methods: ['GET'], middlewares: [validateQuery(LocaleQuerySchema)] },
  { matcher: '/store/provinces/:key/communes', methods: ['GET'], middlewares: [validateQuery(LocaleQuerySchema)] },
  { matcher: '/store/statistics', methods: ['GET'], middlewares: [validateQuery(LocaleQuerySchema)] },
  { matcher: '/store/shops', methods: ['GET'], middlewares: [validateQuery(LocaleQuerySchema)] },
  { matcher: '/store/sitemap', methods: ['GET'], middlewares: [validateQuery(LocaleQuerySchema)] },
  { matcher: '/store/carts/:id/review', methods: ['GET'], middlewares: [validateQuery(LocaleQuerySchema)] },
  {
    matcher: '/store/carts/:id/delivery',
    methods: ['POST'],
    middlewares: [validateBody(DeliveryBodySchema, DELIVERY_CODES)],
  },
  { matcher: '/store/carts/:id/place', methods: ['POST'], middlewares: [validateBody(PlaceBodySchema)] },
]

export default defineMiddlewares({
  routes: [
    { matcher: '/', middlewares: [begin, limitRates(), guardStoreRoutes] },
    { matcher: '/files', middlewares: [serveFiles(env.files)] },
    ...OWN_STORE_ROUTES,
  ],
  errorHandler: errorAnswer,
})
