import type { MedusaRequestHandler } from '@medusajs/framework/http'
import { validateBody, validateQuery } from '../http/validate'
import { NoQuerySchema } from '../journal/bodies'
import {
  AcceptStayBodySchema,
  AdminStaysQuerySchema,
  ASK_STAY_CODES,
  AskStayBodySchema,
  CALENDAR_CODES,
  CalendarDaysBodySchema,
  CalendarQuerySchema,
  CloseStayBodySchema,
  DECLINE_STAY_CODES,
  DeclineStayBodySchema,
  HOUSE_CODES,
  HouseBodySchema,
  OFFER_STAY_CODES,
  OfferStayBodySchema,
  StaysQuerySchema,
  WithdrawStayBodySchema,
} from './bodies'

interface OwnRoute {
  matcher: string
  methods: ('GET' | 'POST')[]
  middlewares: MedusaRequestHandler[]
}

const noQuery = validateQuery(NoQuerySchema)

/** What a buyer posts; the reading routes stand with the others that take a language. */
export const STAY_STORE_ROUTES: OwnRoute[] = [
  {
    matcher: '/store/stay-enquiries',
    methods: ['POST'],
    middlewares: [validateBody(AskStayBodySchema, ASK_STAY_CODES)],
  },
  {
    matcher: '/store/stay-enquiries/:id/accept',
    methods: ['POST'],
    middlewares: [validateBody(AcceptStayBodySchema)],
  },
  {
    matcher: '/store/stay-enquiries/:id/withdraw',
    methods: ['POST'],
    middlewares: [validateBody(WithdrawStayBodySchema)],
  },
]

/** A host's enquiries and calendars. */
export const STAY_PRODUCER_ROUTES: OwnRoute[] = [
  { matcher: '/producer/stays', methods: ['GET'], middlewares: [validateQuery(StaysQuerySchema)] },
  { matcher: '/producer/stays/:id', methods: ['GET'], middlewares: [noQuery] },
  {
    matcher: '/producer/stays/:id/offer',
    methods: ['POST'],
    middlewares: [validateBody(OfferStayBodySchema, OFFER_STAY_CODES)],
  },
  {
    matcher: '/producer/stays/:id/decline',
    methods: ['POST'],
    middlewares: [validateBody(DeclineStayBodySchema, DECLINE_STAY_CODES)],
  },
  { matcher: '/producer/stays/:id/close', methods: ['POST'], middlewares: [validateBody(CloseStayBodySchema)] },
  { matcher: '/producer/stay-calendars', methods: ['GET'], middlewares: [noQuery] },
  {
    matcher: '/producer/stay-calendars/:product',
    methods: ['GET'],
    middlewares: [validateQuery(CalendarQuerySchema)],
  },
  {
    matcher: '/producer/stay-calendars/:product',
    methods: ['POST'],
    middlewares: [validateBody(HouseBodySchema, HOUSE_CODES)],
  },
  {
    matcher: '/producer/stay-calendars/:product/days',
    methods: ['POST'],
    middlewares: [validateBody(CalendarDaysBodySchema, CALENDAR_CODES)],
  },
]

/** The operator's list. */
export const STAY_ADMIN_ROUTES: OwnRoute[] = [
  { matcher: '/admin/stays', methods: ['GET'], middlewares: [validateQuery(AdminStaysQuerySchema)] },
]
