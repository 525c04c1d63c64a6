import type { MedusaRequestHandler } from '@medusajs/framework/http'
import {
  BankLinesQuerySchema,
  CARRIER_LINE_CODES,
  CarrierLineBodySchema,
  CarrierLinesQuerySchema,
  FilesQuerySchema,
  LINE_CODES,
  LineDecisionSchema,
  REMITTED_CODES,
  RemittedBodySchema,
} from '../../../bank-transfer/bodies'
import { validateBody, validateQuery } from '../../../http/validate'
import { NothingSchema } from '../../../papers/bodies'

/** Files of banks and carriers. Those that take a file read the form themselves. */
export const REMITTANCE_ROUTES: {
  matcher: string
  methods: ('GET' | 'POST')[]
  middlewares: MedusaRequestHandler[]
}[] = [
  { matcher: '/admin/bank-files', methods: ['GET'], middlewares: [validateQuery(FilesQuerySchema)] },
  { matcher: '/admin/bank-lines', methods: ['GET'], middlewares: [validateQuery(BankLinesQuerySchema)] },
  { matcher: '/admin/bank-lines/:id', methods: ['POST'], middlewares: [validateBody(LineDecisionSchema, LINE_CODES)] },
  { matcher: '/admin/carriers', methods: ['GET'], middlewares: [validateQuery(NothingSchema)] },
  { matcher: '/admin/carrier-files', methods: ['GET'], middlewares: [validateQuery(FilesQuerySchema)] },
  {
    matcher: '/admin/carrier-files/:id/remitted',
    methods: ['POST'],
    middlewares: [validateBody(RemittedBodySchema, REMITTED_CODES)],
  },
  { matcher: '/admin/carrier-lines', methods: ['GET'], middlewares: [validateQuery(CarrierLinesQuerySchema)] },
  {
    matcher: '/admin/carrier-lines/:id',
    methods: ['POST'],
    middlewares: [validateBody(CarrierLineBodySchema, CARRIER_LINE_CODES)],
  },
]
