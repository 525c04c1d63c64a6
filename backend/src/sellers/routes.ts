import type { MedusaRequestHandler } from '@medusajs/framework/http'
import { z } from '@medusajs/framework/zod'
import { validateBody, validateQuery } from '../http/validate'
import { DeclineBodySchema, END_CODES, EndAgreementBodySchema } from './agreements/bodies'
import {
  ACCEPT_CODES,
  AcceptInvitationBodySchema,
  APPLICATION_CODES,
  ApplicationBodySchema,
  ApplicationsQuerySchema,
  ApproveApplicationBodySchema,
  BANK_CODES,
  BankAccountBodySchema,
  ForgotMemberBodySchema,
  LiftSuspensionBodySchema,
  MemberRoleBodySchema,
  NewApplicationBodySchema,
  NewInvitationBodySchema,
  PasswordBodySchema,
  RESET_MEMBER_CODES,
  RefuseApplicationBodySchema,
  ResetMemberBodySchema,
  SellersQuerySchema,
  SendBackApplicationBodySchema,
  SuspendBodySchema,
} from './bodies'

interface OwnRoute {
  matcher: string
  methods: ('GET' | 'POST')[]
  middlewares: MedusaRequestHandler[]
}

const locale = z.enum(['vi', 'en']).optional()
const noQuery = validateQuery(z.object({}))
const localeOnly = validateQuery(z.object({ locale }))
const nothing = validateBody(z.object({}))

/** Applications and invitations: their links are asked for in the routes. The upload of a paper is a form and checks itself. */
export const SELLER_STORE_ROUTES: OwnRoute[] = [
  {
    matcher: '/store/seller-applications',
    methods: ['POST'],
    middlewares: [validateBody(NewApplicationBodySchema, APPLICATION_CODES)],
  },
  { matcher: '/store/seller-applications/:id', methods: ['GET'], middlewares: [localeOnly] },
  {
    matcher: '/store/seller-applications/:id',
    methods: ['POST'],
    middlewares: [validateBody(ApplicationBodySchema, APPLICATION_CODES)],
  },
  { matcher: '/store/seller-applications/:id/submit', methods: ['POST'], middlewares: [nothing] },
  { matcher: '/store/seller-applications/:id/papers/:paper/file', methods: ['GET'], middlewares: [localeOnly] },
  { matcher: '/store/seller-applications/:id/papers/:paper/remove', methods: ['POST'], middlewares: [nothing] },
  { matcher: '/store/member-invitations/:id', methods: ['GET'], middlewares: [localeOnly] },
  {
    matcher: '/store/member-invitations/:id/accept',
    methods: ['POST'],
    middlewares: [validateBody(AcceptInvitationBodySchema, ACCEPT_CODES)],
  },
  {
    matcher: '/store/members/forgot',
    methods: ['POST'],
    middlewares: [validateBody(ForgotMemberBodySchema, RESET_MEMBER_CODES)],
  },
  {
    matcher: '/store/members/reset',
    methods: ['POST'],
    middlewares: [validateBody(ResetMemberBodySchema, RESET_MEMBER_CODES)],
  },
]

/** The operator's review of who wants to sell, and suspensions. */
export const SELLER_ADMIN_ROUTES: OwnRoute[] = [
  {
    matcher: '/admin/seller-applications',
    methods: ['GET'],
    middlewares: [validateQuery(ApplicationsQuerySchema)],
  },
  { matcher: '/admin/sellers', methods: ['GET'], middlewares: [validateQuery(SellersQuerySchema)] },
  { matcher: '/admin/bank-accounts/:id/verify', methods: ['POST'], middlewares: [nothing] },
  { matcher: '/admin/bank-accounts/:id/number', methods: ['POST'], middlewares: [nothing] },
  { matcher: '/admin/seller-applications/:id', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/admin/seller-applications/:id/papers/:paper', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/admin/seller-applications/:id/bank-number', methods: ['POST'], middlewares: [nothing] },
  {
    matcher: '/admin/seller-applications/:id/approve',
    methods: ['POST'],
    middlewares: [validateBody(ApproveApplicationBodySchema)],
  },
  {
    matcher: '/admin/seller-applications/:id/send-back',
    methods: ['POST'],
    middlewares: [validateBody(SendBackApplicationBodySchema, { reasons: 'reason_required' })],
  },
  {
    matcher: '/admin/seller-applications/:id/refuse',
    methods: ['POST'],
    middlewares: [validateBody(RefuseApplicationBodySchema, { reason: 'reason_required' })],
  },
  { matcher: '/admin/producers/:id/members', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/admin/producers/:id/members/:member_id/reset-link', methods: ['POST'], middlewares: [nothing] },
  {
    matcher: '/admin/producers/:id/suspend',
    methods: ['POST'],
    middlewares: [validateBody(SuspendBodySchema, { reason: 'reason_required' })],
  },
  {
    matcher: '/admin/producers/:id/lift',
    methods: ['POST'],
    middlewares: [validateBody(LiftSuspensionBodySchema)],
  },
]

/** A producer's own people and where it is paid. */
export const SELLER_PRODUCER_ROUTES: OwnRoute[] = [
  { matcher: '/producer/members', methods: ['GET'], middlewares: [noQuery] },
  {
    matcher: '/producer/members/:id/role',
    methods: ['POST'],
    middlewares: [validateBody(MemberRoleBodySchema)],
  },
  { matcher: '/producer/members/:id/remove', methods: ['POST'], middlewares: [nothing] },
  { matcher: '/producer/members/:id/reset-link', methods: ['POST'], middlewares: [nothing] },
  {
    matcher: '/producer/invitations',
    methods: ['POST'],
    middlewares: [validateBody(NewInvitationBodySchema, { name: 'member_name', contact: 'contact_invalid' })],
  },
  { matcher: '/producer/invitations/:id/withdraw', methods: ['POST'], middlewares: [nothing] },
  {
    matcher: '/producer/password',
    methods: ['POST'],
    middlewares: [validateBody(PasswordBodySchema, { password: 'password_invalid' })],
  },
  { matcher: '/producer/agreements', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/supply-contracts', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/agreements/:agreement/accept', methods: ['POST'], middlewares: [nothing] },
  {
    matcher: '/producer/agreements/:agreement/decline',
    methods: ['POST'],
    middlewares: [validateBody(DeclineBodySchema, { reason: 'reason_required' })],
  },
  {
    matcher: '/producer/agreements/:agreement/end',
    methods: ['POST'],
    middlewares: [validateBody(EndAgreementBodySchema, END_CODES)],
  },
  { matcher: '/producer/bank-account', methods: ['GET'], middlewares: [noQuery] },
  {
    matcher: '/producer/bank-account',
    methods: ['POST'],
    middlewares: [validateBody(BankAccountBodySchema, BANK_CODES)],
  },
]
