import type { MedusaRequestHandler } from '@medusajs/framework/http'
import { validateQuery } from '../../http/validate'
import { NoQuerySchema } from '../../officials/bodies'

const noQuery = validateQuery(NoQuerySchema)

/** Checks of the officials' routes; who may pass at all is decided before, by `guardOfficialRoutes`. */
export const OWN_OFFICIAL_ROUTES: {
  matcher: string
  methods: ('GET' | 'POST' | 'PUT')[]
  middlewares: MedusaRequestHandler[]
}[] = [{ matcher: '/official/me', methods: ['GET'], middlewares: [noQuery] }]
