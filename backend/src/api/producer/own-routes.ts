import type { MedusaRequestHandler } from '@medusajs/framework/http'
import { AcceptBodySchema, ANSWER_CODES, AnswerRequestBodySchema } from '../../after-sale/bodies'
import {
  FormBodySchema,
  NewDossierBodySchema,
  PapersBodySchema,
  ScoresBodySchema,
  STORY_CODES,
  StoryBodySchema,
  VersionBodySchema,
  WithdrawBodySchema,
} from '../../dossiers/bodies'
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
import { LISTING_PRODUCER_ROUTES } from '../../listings/routes'
import { NoticesQuerySchema, NoticesReadBodySchema } from '../../notices/bodies'
import {
  ConversationQuerySchema,
  MESSAGE_CODES,
  ReadMessagesSchema,
  WriteMessageSchema,
} from '../../order-messages/bodies'
import { NothingSchema, PapersQuerySchema, RepresentativeBodySchema } from '../../papers/bodies'
import {
  ConfirmOrdersBodySchema,
  InvoicePeriodQuerySchema,
  OrdersQuerySchema,
  PackBodySchema,
  PapersPrintQuerySchema,
  REFUSAL_CODES,
  RefusalBodySchema,
  ScannedBodySchema,
  SHIP_CODES,
  ShipBodySchema,
  TakenBackBodySchema,
} from '../../parcels/bodies'
import { AnswerBodySchema, ArtworkBodySchema, ArtworkEndBodySchema } from '../../post-inspection/bodies'
import {
  ProductReviewsQuerySchema,
  REPLY_CODES,
  REPORT_REVIEW_CODES,
  ReplyBodySchema,
  ReportReviewSchema,
} from '../../reviews/bodies'
import { SELLER_PRODUCER_ROUTES } from '../../sellers/routes'
import { STAY_PRODUCER_ROUTES } from '../../stays/routes'
import { STOCK_CODES, StockBodySchema } from '../../stock/bodies'

type Method = 'GET' | 'POST' | 'PUT'

const PERIOD = { from: 'period_invalid', to: 'period_invalid' } as const
const noQuery = validateQuery(NoQuerySchema)
const labelRange = validateQuery(LabelRangeQuerySchema)
const period = validateQuery(PeriodQuerySchema, PERIOD)
const nothing = validateBody(NothingSchema)
const refusal = validateBody(RefusalBodySchema, REFUSAL_CODES)
const takenBack = validateBody(TakenBackBodySchema)
const answer = validateBody(AnswerRequestBodySchema, ANSWER_CODES)
const invoicePeriod = validateQuery(InvoicePeriodQuerySchema, PERIOD)
const representative = validateBody(RepresentativeBodySchema, {
  personal_id: 'personal_value',
  gender: 'personal_value',
  ethnicity: 'personal_value',
  disability: 'personal_value',
})

/**
 * Checks of the producers' routes; who may pass at all is decided before, by `guardProducerRoutes`. The uploads of evidence and
 * of papers are forms and check themselves (`readUpload`, `readPaperForm`).
 */
export const OWN_PRODUCER_ROUTES: { matcher: string; methods: Method[]; middlewares: MedusaRequestHandler[] }[] = [
  ...SELLER_PRODUCER_ROUTES,
  ...LISTING_PRODUCER_ROUTES,
  ...STAY_PRODUCER_ROUTES,
  { matcher: '/producer/me', methods: ['GET'], middlewares: [noQuery] },
  ...['', '/:month', '/:month/statement.pdf', '/:month/statement.xlsx'].map((path) => ({
    matcher: `/producer/statements${path}`,
    methods: ['GET' as const],
    middlewares: [noQuery],
  })),
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
  { matcher: '/producer/dossiers', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/dossiers', methods: ['POST'], middlewares: [validateBody(NewDossierBodySchema)] },
  { matcher: '/producer/dossiers/:id', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/dossiers/:id/form', methods: ['PUT'], middlewares: [validateBody(FormBodySchema)] },
  { matcher: '/producer/dossiers/:id/scores', methods: ['PUT'], middlewares: [validateBody(ScoresBodySchema)] },
  { matcher: '/producer/dossiers/:id/papers', methods: ['PUT'], middlewares: [validateBody(PapersBodySchema)] },
  { matcher: '/producer/dossiers/:id/submit', methods: ['POST'], middlewares: [validateBody(VersionBodySchema)] },
  { matcher: '/producer/dossiers/:id/withdraw', methods: ['POST'], middlewares: [validateBody(WithdrawBodySchema)] },
  { matcher: '/producer/dossiers/:id/registration.pdf', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/dossiers/:id/self-assessment.pdf', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/stories/:product', methods: ['GET'], middlewares: [noQuery] },
  {
    matcher: '/producer/stories/:product',
    methods: ['PUT'],
    middlewares: [validateBody(StoryBodySchema, STORY_CODES)],
  },
  { matcher: '/producer/stories/:product/publish', methods: ['POST'], middlewares: [validateBody(VersionBodySchema)] },
  { matcher: '/producer/stories/:product/take-back', methods: ['POST'], middlewares: [validateBody(NoQuerySchema)] },
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
  { matcher: '/producer/papers', methods: ['GET'], middlewares: [validateQuery(PapersQuerySchema)] },
  { matcher: '/producer/papers/:id', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/papers/:id/file', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/papers/:id/withdraw', methods: ['POST'], middlewares: [nothing] },
  { matcher: '/producer/papers/:id/restore', methods: ['POST'], middlewares: [nothing] },
  { matcher: '/producer/representative', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/representative', methods: ['PUT'], middlewares: [representative] },
  { matcher: '/producer/representative/:field/show', methods: ['POST'], middlewares: [nothing] },
  { matcher: '/producer/representative/:field/erase', methods: ['POST'], middlewares: [nothing] },
  { matcher: '/producer/post-inspections', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/post-inspections/:id/minutes.pdf', methods: ['GET'], middlewares: [noQuery] },
  {
    matcher: '/producer/post-inspections/follow-ups/:follow_up/answer',
    methods: ['POST'],
    middlewares: [validateBody(AnswerBodySchema)],
  },
  { matcher: '/producer/mark-uses', methods: ['GET'], middlewares: [noQuery] },
  {
    matcher: '/producer/mark-uses/:recognition/artwork',
    methods: ['POST'],
    middlewares: [validateBody(ArtworkBodySchema)],
  },
  {
    matcher: '/producer/mark-uses/artwork/:id/end',
    methods: ['POST'],
    middlewares: [validateBody(ArtworkEndBodySchema)],
  },
  { matcher: '/producer/today', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/orders', methods: ['GET'], middlewares: [validateQuery(OrdersQuerySchema)] },
  { matcher: '/producer/orders/confirm', methods: ['POST'], middlewares: [validateBody(ConfirmOrdersBodySchema)] },
  { matcher: '/producer/orders/papers.pdf', methods: ['GET'], middlewares: [validateQuery(PapersPrintQuerySchema)] },
  { matcher: '/producer/orders/:id', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/orders/:id/confirm', methods: ['POST'], middlewares: [nothing] },
  { matcher: '/producer/orders/:id/undo-confirm', methods: ['POST'], middlewares: [nothing] },
  { matcher: '/producer/orders/:id/refuse', methods: ['POST'], middlewares: [refusal] },
  { matcher: '/producer/orders/:id/not-taken', methods: ['POST'], middlewares: [refusal] },
  { matcher: '/producer/orders/:id/messages', methods: ['GET'], middlewares: [validateQuery(ConversationQuerySchema)] },
  {
    matcher: '/producer/orders/:id/messages',
    methods: ['POST'],
    middlewares: [validateBody(WriteMessageSchema, MESSAGE_CODES)],
  },
  {
    matcher: '/producer/orders/:id/messages/read',
    methods: ['POST'],
    middlewares: [validateBody(ReadMessagesSchema)],
  },
  { matcher: '/producer/orders/:id/packing', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/producer/orders/:id/parcels', methods: ['POST'], middlewares: [validateBody(PackBodySchema)] },
  { matcher: '/producer/orders/:id/scanned', methods: ['POST'], middlewares: [validateBody(ScannedBodySchema)] },
  {
    matcher: '/producer/orders/:id/parcels/:parcel/ship',
    methods: ['POST'],
    middlewares: [validateBody(ShipBodySchema, SHIP_CODES)],
  },
  { matcher: '/producer/orders/:id/parcels/:parcel/delivered', methods: ['POST'], middlewares: [nothing] },
  { matcher: '/producer/orders/:id/parcels/:parcel/unpack', methods: ['POST'], middlewares: [nothing] },
  { matcher: '/producer/orders/:id/parcels/:parcel/taken-back', methods: ['POST'], middlewares: [takenBack] },
  { matcher: '/producer/invoice-data.xlsx', methods: ['GET'], middlewares: [invoicePeriod] },
  { matcher: '/producer/invoice-data.csv', methods: ['GET'], middlewares: [invoicePeriod] },
  { matcher: '/producer/stock', methods: ['GET'], middlewares: [noQuery] },
  {
    matcher: '/producer/stock/:variant',
    methods: ['POST'],
    middlewares: [validateBody(StockBodySchema, STOCK_CODES)],
  },
  { matcher: '/producer/reviews', methods: ['GET'], middlewares: [validateQuery(ProductReviewsQuerySchema)] },
  {
    matcher: '/producer/reviews/:id/reply',
    methods: ['POST'],
    middlewares: [validateBody(ReplyBodySchema, REPLY_CODES)],
  },
  {
    matcher: '/producer/reviews/:id/report',
    methods: ['POST'],
    middlewares: [validateBody(ReportReviewSchema, REPORT_REVIEW_CODES)],
  },
  { matcher: '/producer/return-requests/:id/accept', methods: ['POST'], middlewares: [validateBody(AcceptBodySchema)] },
  { matcher: '/producer/return-requests/:id/goods-back', methods: ['POST'], middlewares: [answer] },
  { matcher: '/producer/return-requests/:id/refuse', methods: ['POST'], middlewares: [answer] },
  { matcher: '/producer/return-requests/:id/received', methods: ['POST'], middlewares: [takenBack] },
  { matcher: '/producer/return-requests/:id/photos/:file', methods: ['GET'], middlewares: [noQuery] },
]
