import type { MedusaRequestHandler } from '@medusajs/framework/http'
import { validateBody, validateQuery } from '../http/validate'
import { NoQuerySchema } from '../journal/bodies'
import { NewProposalSchema, ProposalsQuerySchema, SaveProposalSchema } from '../listing-proposals/bodies'
import { NothingSchema } from '../papers/bodies'
import { LISTING_CODES, ListingChangeBodySchema, ListingChangesQuerySchema, ListingReturnBodySchema } from './bodies'

interface OwnRoute {
  matcher: string
  methods: ('GET' | 'POST')[]
  middlewares: MedusaRequestHandler[]
}

const noQuery = validateQuery(NoQuerySchema)
const nothing = validateBody(NothingSchema)

/** A producer's own listings. */
export const LISTING_PRODUCER_ROUTES: OwnRoute[] = [
  { matcher: '/producer/listing-proposals', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/listing-proposals', methods: ['POST'], middlewares: [validateBody(NewProposalSchema)] },
  { matcher: '/producer/listing-proposals/:id', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/listing-proposals/:id', methods: ['POST'], middlewares: [validateBody(SaveProposalSchema)] },
  { matcher: '/producer/listing-proposals/:id/submit', methods: ['POST'], middlewares: [nothing] },
  { matcher: '/producer/listing-proposals/:id/withdraw', methods: ['POST'], middlewares: [nothing] },
  { matcher: '/producer/listing-proposals/:id/discard', methods: ['POST'], middlewares: [nothing] },
  { matcher: '/producer/listing-imports', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/listing-imports/:id', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/listing-imports/:id/apply', methods: ['POST'], middlewares: [nothing] },
  { matcher: '/producer/listings.csv', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/listings.xlsx', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/listings', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/listings/:id', methods: ['GET'], middlewares: [noQuery] },
  {
    matcher: '/producer/listings/:id/changes',
    methods: ['POST'],
    middlewares: [validateBody(ListingChangeBodySchema, LISTING_CODES)],
  },
  { matcher: '/producer/listings/:id/pause', methods: ['POST'], middlewares: [nothing] },
  { matcher: '/producer/listings/:id/resume', methods: ['POST'], middlewares: [nothing] },
  { matcher: '/producer/listings/:id/withdraw', methods: ['POST'], middlewares: [nothing] },
]

/** The operator's review of changes. */
export const LISTING_ADMIN_ROUTES: OwnRoute[] = [
  { matcher: '/admin/listing-proposals', methods: ['GET'], middlewares: [validateQuery(ProposalsQuerySchema)] },
  { matcher: '/admin/listing-proposals/:id/approve', methods: ['POST'], middlewares: [nothing] },
  {
    matcher: '/admin/listing-proposals/:id/return',
    methods: ['POST'],
    middlewares: [validateBody(ListingReturnBodySchema, LISTING_CODES)],
  },
  { matcher: '/admin/listing-changes', methods: ['GET'], middlewares: [validateQuery(ListingChangesQuerySchema)] },
  { matcher: '/admin/listing-changes/:id', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/admin/listing-changes/:id/approve', methods: ['POST'], middlewares: [nothing] },
  {
    matcher: '/admin/listing-changes/:id/return',
    methods: ['POST'],
    middlewares: [validateBody(ListingReturnBodySchema, LISTING_CODES)],
  },
]
