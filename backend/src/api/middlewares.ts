import { defineMiddlewares, type MedusaRequestHandler } from '@medusajs/framework/http'
import { environment } from '../env'
import { serveFiles } from '../files/serve-files'
import { beginRequest } from '../http/begin-request'
import { guardCustomerRoutes } from '../http/customer-guard'
import { errorAnswer } from '../http/error-answer'
import { guardInspectorRoutes } from '../http/inspector-guard'
import { guardOfficialRoutes } from '../http/official-guard'
import { guardOpenRoutes } from '../http/open-routes'
import { guardOwnedRows } from '../http/owned-rows-guard'
import { guardProducerRoutes, guardRenewal } from '../http/producer-guard'
import { limitRates } from '../http/rate-limits'
import { OWN_ADMIN_ROUTES } from './admin/own-routes'
import { OWN_INSPECTOR_ROUTES } from './inspector/own-routes'
import { OWN_OFFICIAL_ROUTES } from './official/own-routes'
import { OWN_PRODUCER_ROUTES } from './producer/own-routes'
import { OWN_STORE_ROUTES } from './store/own-routes'

const env = environment()

const begin: MedusaRequestHandler = (req, res, next) => {
  req.app.disable('x-powered-by')
  res.removeHeader('x-powered-by')
  beginRequest(req, res, env.STOREFRONT_URL.startsWith('https:'), next)
}

export default defineMiddlewares({
  routes: [
    {
      matcher: '/',
      middlewares: [
        begin,
        limitRates(env.RATE_LIMIT_SCALE),
        guardOpenRoutes,
        guardProducerRoutes,
        guardRenewal,
        guardInspectorRoutes,
        guardOfficialRoutes,
        guardCustomerRoutes,
        guardOwnedRows,
      ],
    },
    { matcher: '/files', middlewares: [serveFiles(env.files)] },
    ...OWN_STORE_ROUTES,
    ...OWN_PRODUCER_ROUTES,
    ...OWN_INSPECTOR_ROUTES,
    ...OWN_OFFICIAL_ROUTES,
    ...OWN_ADMIN_ROUTES,
  ],
  errorHandler: errorAnswer,
})
