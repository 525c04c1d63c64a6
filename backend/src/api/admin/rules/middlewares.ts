import type { MedusaRequestHandler } from '@medusajs/framework/http'
import { validateBody, validateQuery } from '../../../http/validate'
import { AdoptRulesBodySchema, RulesQuerySchema } from '../validators'

/** Routes of the rule book. A version of the criteria has thousands of options, so its body is larger than others. */
export const RULE_ROUTES: {
  matcher: string
  methods: ('GET' | 'POST')[]
  bodyParser?: { sizeLimit: string }
  middlewares: MedusaRequestHandler[]
}[] = [
  { matcher: '/admin/rules', methods: ['GET'], middlewares: [validateQuery(RulesQuerySchema)] },
  {
    matcher: '/admin/rules',
    methods: ['POST'],
    bodyParser: { sizeLimit: '4mb' },
    middlewares: [validateBody(AdoptRulesBodySchema)],
  },
]
