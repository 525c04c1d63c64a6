import type { MedusaRequestHandler } from '@medusajs/framework/http'
import { ANSWER_CODES, DecideBodySchema, DisputesQuerySchema } from '../../after-sale/bodies'
import { ComplaintStepBodySchema, ComplaintsQuerySchema } from '../../complaints/bodies'
import { validateBody, validateQuery } from '../../http/validate'
import { LISTING_ADMIN_ROUTES } from '../../listings/routes'
import { DecideMessageSchema, DeskConversationsSchema } from '../../order-messages/bodies'
import { NothingSchema } from '../../papers/bodies'
import { AdminReviewsQuerySchema, DecideReviewSchema } from '../../reviews/bodies'
import { SELLER_ADMIN_ROUTES } from '../../sellers/routes'
import { SITE_PAGE_CODES, SitePageBodySchema } from '../../site-pages/bodies'
import { STAY_ADMIN_ROUTES } from '../../stays/routes'
import { REMITTANCE_ROUTES } from './bank-files/middlewares'
import { MESSAGE_ROUTES } from './messages/middlewares'
import { PAYMENT_ROUTES } from './payment-routes'
import { RULE_ROUTES } from './rules/middlewares'
import { SETTLEMENT_ROUTES } from './settlement-routes'
import {
  AlertsQuerySchema,
  CENTRE_CODES,
  CentreStatusBodySchema,
  CentresQuerySchema,
  HandleReportBodySchema,
  InspectorChangeBodySchema,
  LookUpsQuerySchema,
  MEMBER_CODES,
  MemberChangeBodySchema,
  NewCentreBodySchema,
  NewInspectorBodySchema,
  NewMemberBodySchema,
  NewOfficialBodySchema,
  OfficialChangeBodySchema,
  OfficialsQuerySchema,
  PlacesQuerySchema,
  POST_CODES,
  PostBodySchema,
  PostEndBodySchema,
  ReportsQuerySchema,
  SETTLE_CODES,
  SettleAlertBodySchema,
} from './validators'

/** Routes of ours for the dashboard's users; Medusa lets nobody below `/admin` who is not one. */
export const OWN_ADMIN_ROUTES: { matcher: string; methods: ('GET' | 'POST')[]; middlewares: MedusaRequestHandler[] }[] =
  [
    ...[
      '/admin/producers/:id/members',
      '/admin/inspectors',
      '/admin/reconciliations/:id/differences.csv',
      '/admin/scan-reports/:id/photo',
    ].map((matcher) => ({ matcher, methods: ['GET' as const], middlewares: [validateQuery(NothingSchema)] })),
    {
      matcher: '/admin/producers/:id/members',
      methods: ['POST'],
      middlewares: [validateBody(NewMemberBodySchema, MEMBER_CODES)],
    },
    {
      matcher: '/admin/producers/:id/members/:member_id',
      methods: ['POST'],
      middlewares: [validateBody(MemberChangeBodySchema, MEMBER_CODES)],
    },
    {
      matcher: '/admin/inspectors',
      methods: ['POST'],
      middlewares: [validateBody(NewInspectorBodySchema, MEMBER_CODES)],
    },
    {
      matcher: '/admin/inspectors/:id',
      methods: ['POST'],
      middlewares: [validateBody(InspectorChangeBodySchema, MEMBER_CODES)],
    },
    {
      matcher: '/admin/inspector-look-ups',
      methods: ['GET'],
      middlewares: [validateQuery(LookUpsQuerySchema)],
    },
    { matcher: '/admin/scan-reports', methods: ['GET'], middlewares: [validateQuery(ReportsQuerySchema)] },
    { matcher: '/admin/scan-reports/:id', methods: ['POST'], middlewares: [validateBody(HandleReportBodySchema)] },
    { matcher: '/admin/clone-alerts', methods: ['GET'], middlewares: [validateQuery(AlertsQuerySchema)] },
    {
      matcher: '/admin/clone-alerts/:id',
      methods: ['POST'],
      middlewares: [validateBody(SettleAlertBodySchema, SETTLE_CODES)],
    },
    {
      matcher: '/admin/places',
      methods: ['GET'],
      middlewares: [validateQuery(PlacesQuerySchema, { province: 'province_unknown' })],
    },
    { matcher: '/admin/officials', methods: ['GET'], middlewares: [validateQuery(OfficialsQuerySchema)] },
    {
      matcher: '/admin/officials',
      methods: ['POST'],
      middlewares: [validateBody(NewOfficialBodySchema, POST_CODES)],
    },
    {
      matcher: '/admin/officials/:id',
      methods: ['POST'],
      middlewares: [validateBody(OfficialChangeBodySchema, POST_CODES)],
    },
    {
      matcher: '/admin/officials/:id/posts',
      methods: ['POST'],
      middlewares: [validateBody(PostBodySchema, POST_CODES)],
    },
    {
      matcher: '/admin/officials/:id/posts/:post_id',
      methods: ['POST'],
      middlewares: [validateBody(PostEndBodySchema, POST_CODES)],
    },
    {
      matcher: '/admin/promotion-centres',
      methods: ['POST'],
      middlewares: [validateBody(NewCentreBodySchema, CENTRE_CODES)],
    },
    {
      matcher: '/admin/promotion-centres/:id',
      methods: ['POST'],
      middlewares: [validateBody(CentreStatusBodySchema, { reason: 'answer_short' })],
    },
    { matcher: '/admin/promotion-centres', methods: ['GET'], middlewares: [validateQuery(CentresQuerySchema)] },
    ...RULE_ROUTES,
    { matcher: '/admin/site-pages', methods: ['GET'], middlewares: [validateQuery(NothingSchema)] },
    { matcher: '/admin/site-pages/:key', methods: ['GET'], middlewares: [validateQuery(NothingSchema)] },
    {
      matcher: '/admin/site-pages/:key',
      methods: ['POST'],
      middlewares: [validateBody(SitePageBodySchema, SITE_PAGE_CODES)],
    },
    { matcher: '/admin/complaints', methods: ['GET'], middlewares: [validateQuery(ComplaintsQuerySchema)] },
    { matcher: '/admin/complaints/:id', methods: ['POST'], middlewares: [validateBody(ComplaintStepBodySchema)] },
    ...PAYMENT_ROUTES,
    ...SELLER_ADMIN_ROUTES,
    ...LISTING_ADMIN_ROUTES,
    ...STAY_ADMIN_ROUTES,
    ...SETTLEMENT_ROUTES,
    ...MESSAGE_ROUTES,
    ...REMITTANCE_ROUTES,
    { matcher: '/admin/operations', methods: ['GET'], middlewares: [validateQuery(NothingSchema)] },
    { matcher: '/admin/operations/messages/:id/retry', methods: ['POST'], middlewares: [validateBody(NothingSchema)] },
    { matcher: '/admin/reviews', methods: ['GET'], middlewares: [validateQuery(AdminReviewsQuerySchema)] },
    { matcher: '/admin/reviews/:id', methods: ['POST'], middlewares: [validateBody(DecideReviewSchema)] },
    {
      matcher: '/admin/order-conversations',
      methods: ['POST'],
      middlewares: [validateBody(DeskConversationsSchema)],
    },
    { matcher: '/admin/order-messages/:id', methods: ['POST'], middlewares: [validateBody(DecideMessageSchema)] },
    { matcher: '/admin/disputes', methods: ['GET'], middlewares: [validateQuery(DisputesQuerySchema)] },
    {
      matcher: '/admin/disputes/:id',
      methods: ['POST'],
      middlewares: [validateBody(DecideBodySchema, ANSWER_CODES)],
    },
    { matcher: '/admin/disputes/:id/photos/:file', methods: ['GET'], middlewares: [validateQuery(NothingSchema)] },
  ]
