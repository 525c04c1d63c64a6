import type { MedusaRequest, MedusaRequestHandler } from '@medusajs/framework/http'
import { validateQuery } from '../../../http/validate'
import { CatalogueQuerySchema, ProductQuerySchema } from './validators'

/**
 * Medusa takes `locale` out of the query before any route sees it. This puts it back as the language alone (`en-US` is
 * `en`), so that it is checked and used like every other field.
 */
export const restoreLocale: MedusaRequestHandler = (req: MedusaRequest & { locale?: string }, _res, next) => {
  if (req.locale !== undefined && req.query.locale === undefined) req.query.locale = req.locale.split('-', 1)[0]
  next()
}

/** Checks of the catalogue's addresses, for `api/middlewares.ts`. */
export const catalogueMiddlewares: { matcher: string; methods: ['GET']; middlewares: MedusaRequestHandler[] }[] = [
  { matcher: '/store/catalogue', methods: ['GET'], middlewares: [restoreLocale, validateQuery(CatalogueQuerySchema)] },
  {
    matcher: '/store/catalogue/:handle',
    methods: ['GET'],
    middlewares: [restoreLocale, validateQuery(ProductQuerySchema)],
  },
]
