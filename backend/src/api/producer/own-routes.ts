import type { MedusaRequestHandler } from '@medusajs/framework/http'
import { validateBody, validateQuery } from '../../http/validate'
import {
  CorrectionBodySchema,
  LiftBodySchema,
  LotsQuerySchema,
  NoQuerySchema,
  PeriodQuerySchema,
  RecallBodySchema,
  SourceAreaBodySchema,
  StepBodySchema,
} from '../../journal/bodies'

import {
  LabelBatchBodySchema,
  LabelBatchesQuerySchema,
  LabelPreviewBodySchema,
  LabelRangeQuerySchema,
  LabelSheetBodySchema,
  ReprintBodySchema,
  UnitChangeBodySchema,
  UnitQuerySchema,
} from '../../labels/bodies'

import { NoticesQuerySchema, NoticesReadBodySchema } from '../../notices/bodies'

type Method = 'GET' | 'POST' | 'PUT'

const PERIOD = { from: 'period_invalid', to: 'period_invalid' } as const
const noQuery = validateQuery(NoQuerySchema)
const labelRange = validateQuery(LabelRangeQuerySchema)
const period = validateQuery(PeriodQuerySchema, PERIOD)

/**
 * Checks of the producers' routes; who may pass at all is decided before, by `guardProducerRoutes`. The upload of evidence is
 * a form and checks itself (`readUpload`).
 */
export const OWN_PRODUCER_ROUTES: { matcher: string; methods: Method[]; middlewares: MedusaRequestHandler[] }[] = [
  { matcher: '/producer/me', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/notices', methods: ['GET'], middlewares: [validateQuery(NoticesQuerySchema)] },
  { matcher: '/producer/notices/read', methods: ['POST'], middlewares: [validateBody(NoticesReadBodySchema)] },
  { matcher: '/producer/lots', methods: ['GET'], middlewares: [validateQuery(LotsQuerySchema)] },
  { matcher: '/producer/lots/:ref', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/lots/:ref/recall', methods: ['POST'], middlewares: [validateBody(RecallBodySchema)] },
  { matcher: '/producer/hand-overs', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/receivers', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/steps', methods: ['POST'], middlewares: [validateBody(StepBodySchema)] },
  { matcher: '/producer/steps/:no/correct', methods: ['POST'], middlewares: [validateBody(CorrectionBodySchema)] },
  { matcher: '/producer/source-areas', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/source-areas/:ref', methods: ['PUT'], middlewares: [validateBody(SourceAreaBodySchema)] },
  { matcher: '/producer/source-areas/:ref/recall', methods: ['POST'], middlewares: [validateBody(RecallBodySchema)] },
  { matcher: '/producer/recalls', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/recalls/:no/lift', methods: ['POST'], middlewares: [validateBody(LiftBodySchema)] },
  { matcher: '/producer/journal', methods: ['GET'], middlewares: [period] },
  { matcher: '/producer/journal.pdf', methods: ['GET'], middlewares: [period] },
  { matcher: '/producer/journal.xlsx', methods: ['GET'], middlewares: [period] },
  { matcher: '/producer/evidence/:file', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/label-layouts', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/label-preview', methods: ['POST'], middlewares: [validateBody(LabelPreviewBodySchema)] },
  { matcher: '/producer/label-batches', methods: ['GET'], middlewares: [validateQuery(LabelBatchesQuerySchema)] },
  { matcher: '/producer/label-batches', methods: ['POST'], middlewares: [validateBody(LabelBatchBodySchema)] },
  { matcher: '/producer/label-batches/:no', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/label-batches/:no/units', methods: ['GET'], middlewares: [validateQuery(UnitQuerySchema)] },
  {
    matcher: '/producer/label-batches/:no/units',
    methods: ['POST'],
    middlewares: [validateBody(UnitChangeBodySchema)],
  },
  { matcher: '/producer/label-batches/:no/reprint', methods: ['POST'], middlewares: [validateBody(ReprintBodySchema)] },
  { matcher: '/producer/label-batches/:no/hidden-codes', methods: ['GET'], middlewares: [labelRange] },
  { matcher: '/producer/label-sheets', methods: ['POST'], middlewares: [validateBody(LabelSheetBodySchema)] },
  { matcher: '/producer/label-sheets/:no', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/label-sheets/:no/file', methods: ['GET'], middlewares: [labelRange] },
  { matcher: '/producer/label-sheets/:no/parts/:part', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/label-sheets/:no/parts/:part/digest', methods: ['GET'], middlewares: [noQuery] },
]
