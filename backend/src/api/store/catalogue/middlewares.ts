import type { MedusaRequestHandler } from '@medusajs/framework/http'
import { validateQuery } from '../../../http/validate'
import { CatalogueQuerySchema, ProductQuerySchema } from './validators'

/** Checks of the catalogue's addresses, for `api/middlewares.ts`. */
export const catalogueMiddlewares: { matcher: string; methods: ['GET']; middlewares: MedusaRequestHandler[] }[] = [
  { matcher: '/store/catalogue', methods: ['GET'], middlewares: [validateQuery(CatalogueQuerySchema)] },
  { matcher: '/store/catalogue/:handle', methods: ['GET'], middlewares: [validateQuery(ProductQuerySchema)] },
]
