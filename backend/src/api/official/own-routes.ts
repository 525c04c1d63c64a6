import type { MedusaRequestHandler } from '@medusajs/framework/http'
import {
  CONFIRM_CODES,
  ConfirmBodySchema,
  DossiersQuerySchema,
  RETURN_CODES,
  ReturnBodySchema,
  VersionBodySchema,
} from '../../dossiers/bodies'
import { validateBody, validateQuery } from '../../http/validate'
import { NoticesQuerySchema, NoticesReadBodySchema } from '../../notices/bodies'
import { AuditQuerySchema, NoQuerySchema } from '../../officials/bodies'
import { VerifyBodySchema } from '../../papers/bodies'

const noQuery = validateQuery(NoQuerySchema)

/** Checks of the officials' routes; who may pass at all is decided before, by `guardOfficialRoutes`. */
export const OWN_OFFICIAL_ROUTES: {
  matcher: string
  methods: ('GET' | 'POST' | 'PUT')[]
  middlewares: MedusaRequestHandler[]
}[] = [
  { matcher: '/official/me', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/dossiers', methods: ['GET'], middlewares: [validateQuery(DossiersQuerySchema)] },
  { matcher: '/official/dossiers/:id', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/dossiers/:id/open', methods: ['POST'], middlewares: [validateBody(VersionBodySchema)] },
  {
    matcher: '/official/dossiers/:id/confirm',
    methods: ['POST'],
    middlewares: [validateBody(ConfirmBodySchema, CONFIRM_CODES)],
  },
  {
    matcher: '/official/dossiers/:id/return',
    methods: ['POST'],
    middlewares: [validateBody(ReturnBodySchema, RETURN_CODES)],
  },
  { matcher: '/official/dossiers/:id/pass-on', methods: ['POST'], middlewares: [validateBody(VersionBodySchema)] },
  { matcher: '/official/dossiers/:id/registration.pdf', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/dossiers/:id/self-assessment.pdf', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/dossiers/:id/commune-report.pdf', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/duties', methods: ['GET'], middlewares: [noQuery] },
  {
    matcher: '/official/audit',
    methods: ['GET'],
    middlewares: [validateQuery(AuditQuerySchema, { day: 'period_invalid' })],
  },
  { matcher: '/official/notices', methods: ['GET'], middlewares: [validateQuery(NoticesQuerySchema)] },
  { matcher: '/official/notices/read', methods: ['POST'], middlewares: [validateBody(NoticesReadBodySchema)] },
  { matcher: '/official/papers/:id', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/papers/:id/file', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/papers/:id/verify', methods: ['POST'], middlewares: [validateBody(VerifyBodySchema)] },
  { matcher: '/official/producers/:id/representative', methods: ['GET'], middlewares: [noQuery] },
]
