import type { MedusaRequestHandler } from '@medusajs/framework/http'
import {
  CloseBodySchema,
  CountBodySchema,
  DepositBodySchema,
  GoodsQuerySchema,
  NoQuerySchema,
  PaperBodySchema,
  QueryBodySchema,
  ReasonBodySchema,
  ReportQuerySchema,
  SaleBodySchema,
  SalesQuerySchema,
  ScanQuerySchema,
  SHOP_CODES,
  ShopBodySchema,
  TakeBodySchema,
  TransferQuerySchema,
} from '../../centres/bodies'
import {
  BOOTH_CODES,
  BoothBodySchema,
  ENTRY_CODES,
  EntryBodySchema,
  EntryChangeSchema,
  FAIR_CODES,
  FairBodySchema,
} from '../../centres/fairs/bodies'
import { validateBody, validateQuery } from '../../http/validate'
import {
  AgreementsQuerySchema,
  END_CODES,
  EndAgreementBodySchema,
  PROPOSAL_CODES,
  ProposalBodySchema,
} from '../../sellers/agreements/bodies'
import { BANK_CODES, BankAccountBodySchema } from '../../sellers/bodies'

type Route = { matcher: string; methods: ('GET' | 'POST' | 'PUT')[]; middlewares: MedusaRequestHandler[] }

const noQuery = validateQuery(NoQuerySchema)
const report = validateQuery(ReportQuerySchema, { from: 'period_invalid', to: 'period_invalid' })
const get = (path: string, check: MedusaRequestHandler = noQuery): Route => ({
  matcher: `/official/centre${path}`,
  methods: ['GET'],
  middlewares: [check],
})
const write = (path: string, check: MedusaRequestHandler): Route => ({
  matcher: `/official/centre${path}`,
  methods: ['POST'],
  middlewares: [check],
})

/** Routes of the promotion centre's workspace. */
export const CENTRE_ROUTES: Route[] = [
  get(''),
  get('/goods'),
  write('/shops', validateBody(ShopBodySchema, SHOP_CODES)),
  get('/shops/:shop', validateQuery(GoodsQuerySchema)),
  write('/shops/:shop', validateBody(ShopBodySchema, SHOP_CODES)),
  get('/shops/:shop/papers'),
  write('/shops/:shop/papers', validateBody(PaperBodySchema)),
  get('/papers/:paper'),
  get('/papers/:paper/paper.pdf'),
  write('/papers/:paper/correct', validateBody(ReasonBodySchema)),
  get('/shops/:shop/scan', validateQuery(ScanQuerySchema, { code: 'code_unknown' })),
  get('/shops/:shop/vietqr', validateQuery(TransferQuerySchema)),
  get('/shops/:shop/sales', validateQuery(SalesQuerySchema, { day: 'period_invalid' })),
  write('/shops/:shop/sales', validateBody(SaleBodySchema)),
  get('/sales/:sale'),
  write('/sales/:sale/void', validateBody(ReasonBodySchema)),
  get('/shops/:shop/closes'),
  write('/shops/:shop/closes', validateBody(CloseBodySchema)),
  write('/shops/:shop/deposits', validateBody(DepositBodySchema)),
  get('/shops/:shop/queries'),
  write('/queries/:query', validateBody(QueryBodySchema)),
  get('/shops/:shop/stock-takes'),
  write('/shops/:shop/stock-takes', validateBody(TakeBodySchema)),
  get('/stock-takes/:take'),
  write('/stock-takes/:take', validateBody(CountBodySchema)),
  write('/stock-takes/:take/approve', validateBody(ReasonBodySchema)),
  write('/stock-takes/:take/drop', validateBody(NoQuerySchema)),
  get('/agreements', validateQuery(AgreementsQuerySchema)),
  write('/agreements', validateBody(ProposalBodySchema, PROPOSAL_CODES)),
  write('/agreements/:agreement/withdraw', validateBody(NoQuerySchema)),
  write('/agreements/:agreement/end', validateBody(EndAgreementBodySchema, END_CODES)),
  get('/fairs'),
  write('/fairs', validateBody(FairBodySchema, FAIR_CODES)),
  get('/fairs/:fair'),
  write('/fairs/:fair', validateBody(FairBodySchema, FAIR_CODES)),
  write('/fairs/:fair/open', validateBody(NoQuerySchema)),
  write('/fairs/:fair/close', validateBody(NoQuerySchema)),
  write('/fairs/:fair/cancel', validateBody(ReasonBodySchema, { reason: 'fair_reason' })),
  write('/fairs/:fair/booths', validateBody(BoothBodySchema, BOOTH_CODES)),
  write('/fairs/:fair/booths/:booth/remove', validateBody(NoQuerySchema)),
  write('/fairs/:fair/entries', validateBody(EntryBodySchema, ENTRY_CODES)),
  write('/fairs/:fair/entries/:entry', validateBody(EntryChangeSchema, ENTRY_CODES)),
  write('/fairs/:fair/entries/:entry/remove', validateBody(NoQuerySchema)),
  get('/statements'),
  get('/statements/:month'),
  get('/statements/:month/statement.pdf'),
  get('/statements/:month/statement.xlsx'),
  write('/bank-account', validateBody(BankAccountBodySchema, BANK_CODES)),
  get('/sales-report', report),
  get('/sales-report.csv', report),
  get('/sales-report.xlsx', report),
]
