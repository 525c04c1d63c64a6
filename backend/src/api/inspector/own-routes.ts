import type { MedusaRequestHandler } from '@medusajs/framework/http'
import { validateBody, validateQuery } from '../../http/validate'
import {
  AlertsQuerySchema,
  BundleQuerySchema,
  CloseBodySchema,
  LookUpsBodySchema,
  NoQuerySchema,
  RECORD_CODES,
  RecordBodySchema,
  RecordsQuerySchema,
} from '../../inspectors/bodies'

const noQuery = validateQuery(NoQuerySchema)

/**
 * Checks of the inspectors' routes; who may pass at all is decided before, by `guardInspectorRoutes`. The upload of photos is
 * a form and checks itself (`readUpload`).
 */
export const OWN_INSPECTOR_ROUTES: {
  matcher: string
  methods: ('GET' | 'POST')[]
  middlewares: MedusaRequestHandler[]
}[] = [
  { matcher: '/inspector/me', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/inspector/bundles/:province', methods: ['GET'], middlewares: [validateQuery(BundleQuerySchema)] },
  { matcher: '/inspector/units/:code', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/inspector/alerts', methods: ['GET'], middlewares: [validateQuery(AlertsQuerySchema)] },
  { matcher: '/inspector/look-ups', methods: ['POST'], middlewares: [validateBody(LookUpsBodySchema)] },
  { matcher: '/inspector/records', methods: ['GET'], middlewares: [validateQuery(RecordsQuerySchema)] },
  { matcher: '/inspector/records', methods: ['POST'], middlewares: [validateBody(RecordBodySchema, RECORD_CODES)] },
  { matcher: '/inspector/records/:id', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/inspector/records/:id/close', methods: ['POST'], middlewares: [validateBody(CloseBodySchema)] },
  { matcher: '/inspector/records/:id/case.pdf', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/inspector/photos/:file', methods: ['GET'], middlewares: [noQuery] },
]
