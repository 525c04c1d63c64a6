import type { MedusaRequestHandler } from '@medusajs/framework/http'
import { COMPLAINT_CODES, ComplaintBodySchema } from '../../../complaints/bodies'
import {
  ACCOUNT_CODES,
  ADDRESS_CODES,
  AddressBodySchema,
  CartConsentsBodySchema,
  ConsentsBodySchema,
  CustomerChangeBodySchema,
  DeletionBodySchema,
  EmptyBodySchema,
  FollowBodySchema,
  ForgotBodySchema,
  NewAccountBodySchema,
  OrdersQuerySchema,
  ResetBodySchema,
} from '../../../customers/bodies'
import { validateBody, validateQuery } from '../../../http/validate'
import { NoticesQuerySchema, NoticesReadBodySchema } from '../../../notices/bodies'
import { restoreLocale } from '../catalogue/middlewares'
import { LocaleQuerySchema } from '../validators'

const asked = [restoreLocale, validateQuery(LocaleQuerySchema)]

/** Customers' accounts, the pages about the site, and complaints. */
export const CUSTOMER_ROUTES: {
  matcher: string
  methods: ('GET' | 'POST' | 'DELETE')[]
  middlewares: MedusaRequestHandler[]
}[] = [
  { matcher: '/store/site-pages/:key', methods: ['GET'], middlewares: asked },
  { matcher: '/store/consents', methods: ['GET'], middlewares: asked },
  {
    matcher: '/store/complaints',
    methods: ['POST'],
    middlewares: [validateBody(ComplaintBodySchema, COMPLAINT_CODES)],
  },
  { matcher: '/store/complaints/:id', methods: ['GET'], middlewares: asked },
  { matcher: '/store/accounts', methods: ['POST'], middlewares: [validateBody(NewAccountBodySchema, ACCOUNT_CODES)] },
  {
    matcher: '/store/accounts/forgot',
    methods: ['POST'],
    middlewares: [validateBody(ForgotBodySchema, ACCOUNT_CODES)],
  },
  { matcher: '/store/accounts/reset', methods: ['POST'], middlewares: [validateBody(ResetBodySchema, ACCOUNT_CODES)] },
  {
    matcher: '/store/carts/:id/consents',
    methods: ['POST'],
    middlewares: [validateBody(CartConsentsBodySchema, ACCOUNT_CODES)],
  },
  { matcher: '/store/customers/me', methods: ['GET'], middlewares: asked },
  {
    matcher: '/store/customers/me',
    methods: ['POST'],
    middlewares: [validateBody(CustomerChangeBodySchema, ACCOUNT_CODES)],
  },
  { matcher: '/store/customers/me/orders', methods: ['GET'], middlewares: [validateQuery(OrdersQuerySchema)] },
  { matcher: '/store/customers/me/addresses', methods: ['GET'], middlewares: asked },
  {
    matcher: '/store/customers/me/addresses',
    methods: ['POST'],
    middlewares: [validateBody(AddressBodySchema, ADDRESS_CODES)],
  },
  {
    matcher: '/store/customers/me/addresses/:address_id',
    methods: ['POST'],
    middlewares: [validateBody(AddressBodySchema, ADDRESS_CODES)],
  },
  {
    matcher: '/store/customers/me/addresses/:address_id',
    methods: ['DELETE'],
    middlewares: [validateBody(EmptyBodySchema)],
  },
  { matcher: '/store/customers/me/consents', methods: ['GET'], middlewares: asked },
  {
    matcher: '/store/customers/me/consents',
    methods: ['POST'],
    middlewares: [validateBody(ConsentsBodySchema, ACCOUNT_CODES)],
  },
  { matcher: '/store/customers/me/follows', methods: ['GET'], middlewares: asked },
  { matcher: '/store/customers/me/follows', methods: ['POST'], middlewares: [validateBody(FollowBodySchema)] },
  {
    matcher: '/store/customers/me/follows/:follow_id',
    methods: ['DELETE'],
    middlewares: [validateBody(EmptyBodySchema)],
  },
  { matcher: '/store/customers/me/notices', methods: ['GET'], middlewares: [validateQuery(NoticesQuerySchema)] },
  {
    matcher: '/store/customers/me/notices/read',
    methods: ['POST'],
    middlewares: [validateBody(NoticesReadBodySchema)],
  },
  { matcher: '/store/customers/me/carts/:cart_id', methods: ['POST'], middlewares: [validateBody(EmptyBodySchema)] },
  {
    matcher: '/store/customers/me/complaints',
    methods: ['POST'],
    middlewares: [validateBody(ComplaintBodySchema, COMPLAINT_CODES)],
  },
  { matcher: '/store/customers/me/export', methods: ['GET'], middlewares: asked },
  {
    matcher: '/store/customers/me/deletion',
    methods: ['POST'],
    middlewares: [validateBody(DeletionBodySchema, ACCOUNT_CODES)],
  },
]
