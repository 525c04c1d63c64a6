import type { MedusaRequestHandler } from '@medusajs/framework/http'
import { validateBody, validateQuery } from '../../http/validate'
import {
  HandleReportBodySchema,
  MEMBER_CODES,
  MemberChangeBodySchema,
  NewMemberBodySchema,
  ReportsQuerySchema,
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
    { matcher: '/admin/scan-reports', methods: ['GET'], middlewares: [validateQuery(ReportsQuerySchema)] },
    { matcher: '/admin/scan-reports/:id', methods: ['POST'], middlewares: [validateBody(HandleReportBodySchema)] },
  ]
