import type { MedusaRequestHandler } from '@medusajs/framework/http'
import { validateBody, validateQuery } from '../../http/validate'
import {
  ApprovalBodySchema,
  ConclusionBodySchema,
  EndBodySchema,
  InspectionsQuerySchema,
  LinkBodySchema,
  MarkUsesQuerySchema,
  NoQuerySchema,
  OpeningBodySchema,
  PlanBodySchema,
  PlanChangeBodySchema,
  ProposalBodySchema,
  RecordingBodySchema,
  ReviewBodySchema,
  YearQuerySchema,
} from '../../post-inspection/bodies'

const noQuery = validateQuery(NoQuerySchema)
const marks = validateQuery(MarkUsesQuerySchema)

/** Routes of plans, post-inspections, proposals of revocation and the register of mark use. */
export const POST_INSPECTION_ROUTES: {
  matcher: string
  methods: ('GET' | 'POST' | 'PUT')[]
  middlewares: MedusaRequestHandler[]
}[] = [
  { matcher: '/official/inspection-plans', methods: ['GET'], middlewares: [validateQuery(YearQuerySchema)] },
  { matcher: '/official/inspection-plans', methods: ['POST'], middlewares: [validateBody(PlanBodySchema)] },
  { matcher: '/official/inspection-plans/:id', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/inspection-plans/:id', methods: ['PUT'], middlewares: [validateBody(PlanChangeBodySchema)] },
  {
    matcher: '/official/inspection-plans/:id/approve',
    methods: ['POST'],
    middlewares: [validateBody(ApprovalBodySchema)],
  },
  { matcher: '/official/post-inspections', methods: ['GET'], middlewares: [validateQuery(InspectionsQuerySchema)] },
  { matcher: '/official/post-inspections', methods: ['POST'], middlewares: [validateBody(OpeningBodySchema)] },
  { matcher: '/official/post-inspections/:id', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/post-inspections/:id/minutes.pdf', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/post-inspections/:id/photos/:file', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/post-inspections/:id/answers/:file', methods: ['GET'], middlewares: [noQuery] },
  {
    matcher: '/official/post-inspections/:id/record',
    methods: ['POST'],
    middlewares: [validateBody(RecordingBodySchema)],
  },
  { matcher: '/official/post-inspections/:id/links', methods: ['POST'], middlewares: [validateBody(LinkBodySchema)] },
  {
    matcher: '/official/post-inspections/:id/conclude',
    methods: ['POST'],
    middlewares: [validateBody(ConclusionBodySchema)],
  },
  { matcher: '/official/post-inspections/:id/close', methods: ['POST'], middlewares: [validateBody(EndBodySchema)] },
  { matcher: '/official/post-inspections/:id/cancel', methods: ['POST'], middlewares: [validateBody(EndBodySchema)] },
  {
    matcher: '/official/post-inspections/:id/follow-ups/:follow_up/review',
    methods: ['POST'],
    middlewares: [validateBody(ReviewBodySchema)],
  },
  { matcher: '/official/revocation-proposals', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/revocation-proposals', methods: ['POST'], middlewares: [validateBody(ProposalBodySchema)] },
  {
    matcher: '/official/revocation-proposals/:id/drop',
    methods: ['POST'],
    middlewares: [validateBody(EndBodySchema)],
  },
  {
    matcher: '/official/revocation-proposals/:id/draft',
    methods: ['POST'],
    middlewares: [validateBody(NoQuerySchema)],
  },
  { matcher: '/official/mark-uses', methods: ['GET'], middlewares: [marks] },
  { matcher: '/official/mark-uses.csv', methods: ['GET'], middlewares: [marks] },
  { matcher: '/official/mark-uses.xlsx', methods: ['GET'], middlewares: [marks] },
  { matcher: '/official/mark-uses/:recognition', methods: ['GET'], middlewares: [noQuery] },
]
