import type { MedusaRequestHandler } from '@medusajs/framework/http'
import { validateBody, validateQuery } from '../../http/validate'
import { NoticesQuerySchema, NoticesReadBodySchema } from '../../notices/bodies'
import { AuditQuerySchema, NoQuerySchema } from '../../officials/bodies'

const noQuery = validateQuery(NoQuerySchema)

/** Checks of the officials' routes; who may pass at all is decided before, by `guardOfficialRoutes`. */
export const OWN_OFFICIAL_ROUTES: {
  matcher: string
  methods: ('GET' | 'POST' | 'PUT')[]
  middlewares: MedusaRequestHandler[]
}[] = [
  { matcher: '/official/me', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/duties', methods: ['GET'], middlewares: [noQuery] },
  {
    matcher: '/official/audit',
    methods: ['GET'],
    middlewares: [validateQuery(AuditQuerySchema, { day: 'period_invalid' })],
  },
  { matcher: '/official/notices', methods: ['GET'], middlewares: [validateQuery(NoticesQuerySchema)] },
  { matcher: '/official/notices/read', methods: ['POST'], middlewares: [validateBody(NoticesReadBodySchema)] },
]
