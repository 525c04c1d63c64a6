import type { MedusaRequestHandler } from '@medusajs/framework/http'
import type { z } from '@medusajs/framework/zod'
import { ANSWER_CODES, DisputeBodySchema } from '../../after-sale/bodies'
import { refuseStays } from '../../checkout/refuse-stays'
import { requireCartLine } from '../../checkout/require-cart-line'
import { REPORT_CODES } from '../../figures/bodies'
import { validateBody, validateQuery } from '../../http/validate'
import {
  ConversationQuerySchema,
  MESSAGE_CODES,
  ReadMessagesSchema,
  WriteMessageSchema,
} from '../../order-messages/bodies'
import { NothingSchema } from '../../papers/bodies'
import { ProductReviewsQuerySchema, REVIEW_CODES, ReviewBodySchema, WithdrawReviewSchema } from '../../reviews/bodies'
import { SELLER_STORE_ROUTES } from '../../sellers/routes'
import { STAY_STORE_ROUTES } from '../../stays/routes'
import { catalogueMiddlewares, restoreLocale } from './catalogue/middlewares'
import { CUSTOMER_ROUTES } from './customers/middlewares'
import {
  CANCEL_CODES,
  CancelBodySchema,
  CHOICE_CODES,
  ChoiceBodySchema,
  CODE_CODES,
  CodeBodySchema,
  DELIVERY_CODES,
  DeliveryBodySchema,
  FiguresQuerySchema,
  LocaleQuerySchema,
  METHOD_CODES,
  MethodBodySchema,
  PayBodySchema,
  PaymentQuerySchema,
  PlaceBodySchema,
  ProducersQuerySchema,
  REFUND_ACCOUNT_CODES,
  REGISTER_CODES,
  RefundAccountBodySchema,
  RegisterFileQuerySchema,
  RegisterQuerySchema,
  RULE_CODES,
  RuleQuerySchema,
} from './validators'

const checkedQuery = (schema: z.ZodObject) => [restoreLocale, validateQuery(schema)]

/** Own routes: every one refuses keys it does not know, in the body and in the query. */
export const OWN_STORE_ROUTES: {
  matcher: string
  methods: ('GET' | 'POST' | 'DELETE')[]
  middlewares: MedusaRequestHandler[]
}[] = [
  ...catalogueMiddlewares,
  ...CUSTOMER_ROUTES,
  ...SELLER_STORE_ROUTES,
  { matcher: '/store/producers', methods: ['GET'], middlewares: checkedQuery(ProducersQuerySchema) },
  { matcher: '/store/producers/:handle', methods: ['GET'], middlewares: checkedQuery(LocaleQuerySchema) },
  { matcher: '/store/provinces', methods: ['GET'], middlewares: checkedQuery(LocaleQuerySchema) },
  { matcher: '/store/provinces/:key', methods: ['GET'], middlewares: checkedQuery(LocaleQuerySchema) },
  { matcher: '/store/provinces/:key/communes', methods: ['GET'], middlewares: checkedQuery(LocaleQuerySchema) },
  { matcher: '/store/statistics', methods: ['GET'], middlewares: checkedQuery(LocaleQuerySchema) },
  {
    matcher: '/store/programme-figures',
    methods: ['GET'],
    middlewares: [restoreLocale, validateQuery(FiguresQuerySchema, REPORT_CODES)],
  },
  { matcher: '/store/rules', methods: ['GET'], middlewares: checkedQuery(LocaleQuerySchema) },
  {
    matcher: '/store/rules/:kind/:key',
    methods: ['GET'],
    middlewares: [restoreLocale, validateQuery(RuleQuerySchema, RULE_CODES)],
  },
  { matcher: '/store/mark-uses/:recognition', methods: ['GET'], middlewares: checkedQuery(LocaleQuerySchema) },
  { matcher: '/store/shops', methods: ['GET'], middlewares: checkedQuery(LocaleQuerySchema) },
  { matcher: '/store/shops/:handle', methods: ['GET'], middlewares: checkedQuery(LocaleQuerySchema) },
  { matcher: '/store/fairs', methods: ['GET'], middlewares: checkedQuery(LocaleQuerySchema) },
  { matcher: '/store/fairs/:slug', methods: ['GET'], middlewares: checkedQuery(LocaleQuerySchema) },
  { matcher: '/store/fairs/:slug/catalogue.pdf', methods: ['GET'], middlewares: checkedQuery(LocaleQuerySchema) },
  { matcher: '/store/order-groups/:id/transfer', methods: ['GET'], middlewares: checkedQuery(LocaleQuerySchema) },
  { matcher: '/store/order-groups/:id/transfer.png', methods: ['GET'], middlewares: checkedQuery(LocaleQuerySchema) },
  { matcher: '/store/sitemap', methods: ['GET'], middlewares: checkedQuery(LocaleQuerySchema) },
  { matcher: '/store/stays/:handle', methods: ['GET'], middlewares: checkedQuery(LocaleQuerySchema) },
  { matcher: '/store/stay-enquiries/:id', methods: ['GET'], middlewares: checkedQuery(LocaleQuerySchema) },
  ...STAY_STORE_ROUTES,
  { matcher: '/store/carts', methods: ['POST'], middlewares: [refuseStays] },
  { matcher: '/store/carts/:id/line-items', methods: ['POST'], middlewares: [refuseStays] },
  { matcher: '/store/carts/:id/line-items/:line_id', methods: ['POST', 'DELETE'], middlewares: [requireCartLine] },
  { matcher: '/store/carts/:id/review', methods: ['GET'], middlewares: checkedQuery(LocaleQuerySchema) },
  {
    matcher: '/store/register',
    methods: ['GET'],
    middlewares: [restoreLocale, validateQuery(RegisterQuerySchema, REGISTER_CODES)],
  },
  {
    matcher: '/store/register.csv',
    methods: ['GET'],
    middlewares: [restoreLocale, validateQuery(RegisterFileQuerySchema, REGISTER_CODES)],
  },
  {
    matcher: '/store/register.json',
    methods: ['GET'],
    middlewares: [restoreLocale, validateQuery(RegisterFileQuerySchema, REGISTER_CODES)],
  },
  { matcher: '/store/decisions/:id', methods: ['GET'], middlewares: checkedQuery(LocaleQuerySchema) },
  { matcher: '/store/decisions/:id/document.pdf', methods: ['GET'], middlewares: checkedQuery(LocaleQuerySchema) },
  {
    matcher: '/store/recognitions/:id/certificate.pdf',
    methods: ['GET'],
    middlewares: checkedQuery(LocaleQuerySchema),
  },
  {
    matcher: '/store/carts/:id/delivery',
    methods: ['POST'],
    middlewares: [validateBody(DeliveryBodySchema, DELIVERY_CODES)],
  },
  {
    matcher: '/store/carts/:id/choices',
    methods: ['POST'],
    middlewares: [validateBody(ChoiceBodySchema, CHOICE_CODES)],
  },
  { matcher: '/store/carts/:id/offers', methods: ['POST'], middlewares: [validateBody(CodeBodySchema, CODE_CODES)] },
  { matcher: '/store/carts/:id/offers/:code', methods: ['DELETE'], middlewares: [validateBody(NothingSchema)] },
  { matcher: '/store/carts/:id/place', methods: ['POST'], middlewares: [validateBody(PlaceBodySchema, METHOD_CODES)] },
  {
    matcher: '/store/product-reviews/:handle',
    methods: ['GET'],
    middlewares: checkedQuery(LocaleQuerySchema.extend(ProductReviewsQuerySchema.shape)),
  },
  {
    matcher: '/store/order-groups/:id/orders/:order/reviews',
    methods: ['GET'],
    middlewares: checkedQuery(LocaleQuerySchema),
  },
  {
    matcher: '/store/order-groups/:id/orders/:order/reviews',
    methods: ['POST'],
    middlewares: [validateBody(ReviewBodySchema, REVIEW_CODES)],
  },
  {
    matcher: '/store/order-groups/:id/orders/:order/reviews/withdraw',
    methods: ['POST'],
    middlewares: [validateBody(WithdrawReviewSchema)],
  },
  {
    matcher: '/store/order-groups/:id/orders/:order/messages',
    methods: ['GET'],
    middlewares: checkedQuery(LocaleQuerySchema.extend(ConversationQuerySchema.shape)),
  },
  {
    matcher: '/store/order-groups/:id/orders/:order/messages',
    methods: ['POST'],
    middlewares: [validateBody(WriteMessageSchema, MESSAGE_CODES)],
  },
  {
    matcher: '/store/order-groups/:id/orders/:order/messages/read',
    methods: ['POST'],
    middlewares: [validateBody(ReadMessagesSchema)],
  },
  { matcher: '/store/order-groups/:id', methods: ['GET'], middlewares: checkedQuery(LocaleQuerySchema) },
  {
    matcher: '/store/order-groups/:id/cancel',
    methods: ['POST'],
    middlewares: [validateBody(CancelBodySchema, CANCEL_CODES)],
  },
  {
    matcher: '/store/order-groups/:id/refund-account',
    methods: ['POST'],
    middlewares: [validateBody(RefundAccountBodySchema, REFUND_ACCOUNT_CODES)],
  },
  {
    matcher: '/store/order-groups/:id/method',
    methods: ['POST'],
    middlewares: [validateBody(MethodBodySchema, METHOD_CODES)],
  },
  {
    matcher: '/store/order-groups/:id/orders/:order/returns',
    methods: ['GET'],
    middlewares: checkedQuery(LocaleQuerySchema),
  },
  {
    matcher: '/store/order-groups/:id/returns/:request/withdraw',
    methods: ['POST'],
    middlewares: [validateBody(NothingSchema)],
  },
  {
    matcher: '/store/order-groups/:id/returns/:request/dispute',
    methods: ['POST'],
    middlewares: [validateBody(DisputeBodySchema, ANSWER_CODES)],
  },
  {
    matcher: '/store/order-groups/:id/parcels/:parcel/received',
    methods: ['POST'],
    middlewares: [validateBody(NothingSchema)],
  },
  { matcher: '/store/carts/:id/place', methods: ['POST'], middlewares: [validateBody(PlaceBodySchema)] },
  { matcher: '/store/order-groups/:id/payments', methods: ['POST'], middlewares: [validateBody(PayBodySchema)] },
  {
    matcher: '/store/order-groups/:id/payment',
    methods: ['GET'],
    middlewares: checkedQuery(PaymentQuerySchema),
  },
]
