import type { MedusaRequestHandler } from '@medusajs/framework/http'
import {
  CONFIRM_CODES,
  ConfirmBodySchema,
  DossiersQuerySchema,
  RETURN_CODES,
  ReturnBodySchema,
  VersionBodySchema,
} from '../../dossiers/bodies'
import {
  AdviceBodySchema,
  CloseBodySchema,
  COUNCIL_CODES,
  ConflictBodySchema,
  CouncilBodySchema,
  EmptyBodySchema,
  EvaluationsQuerySchema,
  VersionBodySchema as EvaluationVersionBodySchema,
  ExcludeBodySchema,
  FallBackBodySchema,
  REASON_CODES,
  ReadmitBodySchema,
  ReceiveBodySchema,
  ReplayQuerySchema,
  RescoreBodySchema,
  RoundBodySchema,
  RoundsQuerySchema,
  SheetBodySchema,
  SITTING_CODES,
  SittingBodySchema,
} from '../../evaluations/bodies'
import {
  PlanTargetBodySchema,
  REPORT_CODES,
  ReleaseBodySchema,
  ReportQuerySchema,
  ReportsQuerySchema,
} from '../../figures/bodies'
import { validateBody, validateQuery } from '../../http/validate'
import { NoticesQuerySchema, NoticesReadBodySchema } from '../../notices/bodies'
import { AuditQuerySchema, CalendarQuerySchema, NoQuerySchema } from '../../officials/bodies'
import { VerifyBodySchema } from '../../papers/bodies'
import { CENTRE_ROUTES } from './centre-routes'
import { DECISION_ROUTES } from './decision-routes'
import { POST_INSPECTION_ROUTES } from './post-inspection-routes'

const noQuery = validateQuery(NoQuerySchema)

/** Checks of the officials' routes; who may pass at all is decided before, by `guardOfficialRoutes`. */
export const OWN_OFFICIAL_ROUTES: {
  matcher: string
  methods: ('GET' | 'POST' | 'PUT')[]
  middlewares: MedusaRequestHandler[]
}[] = [
  { matcher: '/official/me', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/reports', methods: ['GET'], middlewares: [validateQuery(ReportsQuerySchema, REPORT_CODES)] },
  ...['/official/reports/:period', '/official/reports/:period/report.xlsx', '/official/reports/:period/report.pdf'].map(
    (matcher) => ({
      matcher,
      methods: ['GET' as const],
      middlewares: [validateQuery(ReportQuerySchema, REPORT_CODES)],
    }),
  ),
  {
    matcher: '/official/reports/:period/release',
    methods: ['POST'],
    middlewares: [validateBody(ReleaseBodySchema, REPORT_CODES)],
  },
  {
    matcher: '/official/plan-targets',
    methods: ['POST'],
    middlewares: [validateBody(PlanTargetBodySchema, REPORT_CODES)],
  },
  { matcher: '/official/dossiers', methods: ['GET'], middlewares: [validateQuery(DossiersQuerySchema)] },
  { matcher: '/official/dossiers/:id', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/dossiers/:id/open', methods: ['POST'], middlewares: [validateBody(VersionBodySchema)] },
  {
    matcher: '/official/dossiers/:id/confirm',
    methods: ['POST'],
    middlewares: [validateBody(ConfirmBodySchema, CONFIRM_CODES)],
  },
  {
    matcher: '/official/dossiers/:id/return',
    methods: ['POST'],
    middlewares: [validateBody(ReturnBodySchema, RETURN_CODES)],
  },
  { matcher: '/official/dossiers/:id/pass-on', methods: ['POST'], middlewares: [validateBody(VersionBodySchema)] },
  { matcher: '/official/dossiers/:id/registration.pdf', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/dossiers/:id/self-assessment.pdf', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/dossiers/:id/commune-report.pdf', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/duties', methods: ['GET'], middlewares: [noQuery] },
  {
    matcher: '/official/calendar',
    methods: ['GET'],
    middlewares: [validateQuery(CalendarQuerySchema, { month: 'period_invalid' })],
  },
  {
    matcher: '/official/audit',
    methods: ['GET'],
    middlewares: [validateQuery(AuditQuerySchema, { day: 'period_invalid' })],
  },
  { matcher: '/official/notices', methods: ['GET'], middlewares: [validateQuery(NoticesQuerySchema)] },
  { matcher: '/official/notices/read', methods: ['POST'], middlewares: [validateBody(NoticesReadBodySchema)] },
  { matcher: '/official/evaluations', methods: ['GET'], middlewares: [validateQuery(EvaluationsQuerySchema)] },
  { matcher: '/official/evaluations', methods: ['POST'], middlewares: [validateBody(ReceiveBodySchema)] },
  {
    matcher: '/official/evaluations/replay',
    methods: ['GET'],
    middlewares: [
      validateQuery(ReplayQuerySchema, {
        on: 'replay_scores',
        district: 'replay_scores',
        province: 'replay_scores',
        central: 'replay_scores',
      }),
    ],
  },
  { matcher: '/official/evaluations/:id', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/evaluations/:id/advice', methods: ['POST'], middlewares: [validateBody(AdviceBodySchema)] },
  { matcher: '/official/evaluations/:id/photos/:file', methods: ['GET'], middlewares: [noQuery] },
  {
    matcher: '/official/evaluations/:id/settle',
    methods: ['POST'],
    middlewares: [validateBody(EvaluationVersionBodySchema)],
  },
  {
    matcher: '/official/evaluations/:id/fall-back',
    methods: ['POST'],
    middlewares: [validateBody(FallBackBodySchema)],
  },
  {
    matcher: '/official/evaluations/:id/close',
    methods: ['POST'],
    middlewares: [validateBody(CloseBodySchema, REASON_CODES)],
  },
  { matcher: '/official/rounds', methods: ['GET'], middlewares: [validateQuery(RoundsQuerySchema)] },
  { matcher: '/official/rounds', methods: ['POST'], middlewares: [validateBody(RoundBodySchema)] },
  { matcher: '/official/councils', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/councils', methods: ['POST'], middlewares: [validateBody(CouncilBodySchema, COUNCIL_CODES)] },
  { matcher: '/official/sittings', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/sittings', methods: ['POST'], middlewares: [validateBody(SittingBodySchema, SITTING_CODES)] },
  { matcher: '/official/sittings/:id', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/sittings/:id/minutes.pdf', methods: ['GET'], middlewares: [noQuery] },
  {
    matcher: '/official/sittings/:id/open',
    methods: ['POST'],
    middlewares: [validateBody(EvaluationVersionBodySchema)],
  },
  {
    matcher: '/official/sittings/:id/close',
    methods: ['POST'],
    middlewares: [validateBody(EvaluationVersionBodySchema)],
  },
  { matcher: '/official/sittings/:id/draft', methods: ['POST'], middlewares: [validateBody(EmptyBodySchema)] },
  {
    matcher: '/official/sittings/:id/items/:item/rescore',
    methods: ['POST'],
    middlewares: [validateBody(RescoreBodySchema, REASON_CODES)],
  },
  {
    matcher: '/official/sittings/:id/items/:item/adjourn',
    methods: ['POST'],
    middlewares: [validateBody(EmptyBodySchema)],
  },
  {
    matcher: '/official/sittings/:id/items/:item/exclude',
    methods: ['POST'],
    middlewares: [validateBody(ExcludeBodySchema, REASON_CODES)],
  },
  {
    matcher: '/official/sittings/:id/items/:item/readmit',
    methods: ['POST'],
    middlewares: [validateBody(ReadmitBodySchema)],
  },
  { matcher: '/official/sheets', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/sheets/:id', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/sheets/:id', methods: ['POST'], middlewares: [validateBody(SheetBodySchema)] },
  {
    matcher: '/official/sheets/:id/conflict',
    methods: ['POST'],
    middlewares: [validateBody(ConflictBodySchema, REASON_CODES)],
  },
  { matcher: '/official/papers/:id', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/papers/:id/file', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/official/papers/:id/verify', methods: ['POST'], middlewares: [validateBody(VerifyBodySchema)] },
  { matcher: '/official/producers/:id/representative', methods: ['GET'], middlewares: [noQuery] },
  ...CENTRE_ROUTES,
  ...DECISION_ROUTES,
  ...POST_INSPECTION_ROUTES,
]
