import type { MedusaRequestHandler } from '@medusajs/framework/http'
import {
  DecisionsQuerySchema,
  DRAFT_CODES,
  DraftBodySchema,
  DraftChangeBodySchema,
  DropBodySchema,
  ImportActBodySchema,
  ImportRowsQuerySchema,
  LinkBodySchema,
  SignBodySchema,
} from '../../decisions/bodies'
import { validateBody, validateQuery } from '../../http/validate'
import { NoQuerySchema } from '../../officials/bodies'

const noQuery = validateQuery(NoQuerySchema)
const draft = '/official/decisions/:id'
const file = '/official/decision-imports/:id'

/** Routes of decisions and of files of past ones; the upload itself is a form and checks itself. */
export const DECISION_ROUTES: {
  matcher: string
  methods: ('GET' | 'POST')[]
  middlewares: MedusaRequestHandler[]
}[] = [
  { matcher: '/official/decisions', methods: ['GET'], middlewares: [validateQuery(DecisionsQuerySchema)] },
  { matcher: '/official/decisions', methods: ['POST'], middlewares: [validateBody(DraftBodySchema, DRAFT_CODES)] },
  { matcher: draft, methods: ['GET'], middlewares: [noQuery] },
  { matcher: draft, methods: ['POST'], middlewares: [validateBody(DraftChangeBodySchema, DRAFT_CODES)] },
  { matcher: `${draft}/drop`, methods: ['POST'], middlewares: [validateBody(DropBodySchema)] },
  { matcher: `${draft}/sign`, methods: ['POST'], middlewares: [validateBody(SignBodySchema, DRAFT_CODES)] },
  { matcher: '/official/decision-choices', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/decision-imports', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/decision-imports/template.xlsx', methods: ['GET'], middlewares: [noQuery] },
  { matcher: file, methods: ['GET'], middlewares: [noQuery] },
  { matcher: `${file}/rows`, methods: ['GET'], middlewares: [validateQuery(ImportRowsQuerySchema)] },
  { matcher: `${file}/commit`, methods: ['POST'], middlewares: [validateBody(ImportActBodySchema)] },
  { matcher: `${file}/undo`, methods: ['POST'], middlewares: [validateBody(ImportActBodySchema)] },
  { matcher: '/official/recognitions/:id/link', methods: ['POST'], middlewares: [validateBody(LinkBodySchema)] },
]
