import type { MedusaRequestHandler } from '@medusajs/framework/http'
import { validateBody, validateQuery } from '../../http/validate'
import { RULE_ROUTES } from './rules/middlewares'
import {
  AlertsQuerySchema,
  HandleReportBodySchema,
  InspectorChangeBodySchema,
  LookUpsQuerySchema,
  MEMBER_CODES,
  MemberChangeBodySchema,
  NewInspectorBodySchema,
  NewMemberBodySchema,
  ReportsQuerySchema,
  SETTLE_CODES,
  SettleAlertBodySchema,
} from './validators'

/** Routes of ours for the dashboard's users; Medusa lets nobody below `/admin` who is not one. */
export const OWN_ADMIN_ROUTES: { matcher: string; methods: ('GET' | 'POST')[]; middlewares: MedusaRequestHandler[] }[] =
  [
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
    ...RULE_ROUTES,
  ]
