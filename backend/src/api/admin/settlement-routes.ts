import type { MedusaRequestHandler } from '@medusajs/framework/http'
import type { z } from '@medusajs/framework/zod'
import { FreightRateBodySchema } from '../../carriers/freight-rates'
import { DeliveryRateBodySchema, EndDeliveryRateBodySchema } from '../../checkout/delivery-rates'
import type { ErrorCode } from '../../http/messages'
import { type FieldCodes, validateBody, validateQuery } from '../../http/validate'
import { OfferBodySchema, OffersQuerySchema } from '../../promotion-offers/keep-offers'
import {
  BankFileQuerySchema,
  BatchesQuerySchema,
  CommissionRuleBodySchema,
  ConfirmPayoutBodySchema,
  EndRuleBodySchema,
  EntriesFileQuerySchema,
  EntriesQuerySchema,
  MonthQuerySchema,
  NothingToSaySchema,
  RateBodySchema,
  RemitTaxBodySchema,
  ReversePayoutBodySchema,
  RulesPageQuerySchema,
  SettingBodySchema,
} from '../../settlement/bodies'

/** One sentence for every field of a form that says all its rules. */
const fieldsOf = (schema: z.ZodObject, code: ErrorCode): FieldCodes =>
  Object.fromEntries(Object.keys(schema.shape).map((field) => [field, code]))
const nothing = validateBody(NothingToSaySchema)
const noQuery = validateQuery(NothingToSaySchema)
const month = validateQuery(MonthQuerySchema, { month: 'period_invalid' })
const days = { from: 'period_invalid', to: 'period_invalid' } as const

/** Ledger, terms, taxes and payouts. */
export const SETTLEMENT_ROUTES: {
  matcher: string
  methods: ('GET' | 'POST')[]
  middlewares: MedusaRequestHandler[]
}[] = [
  { matcher: '/admin/ledger', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/admin/ledger/check', methods: ['POST'], middlewares: [nothing] },
  { matcher: '/admin/ledger/entries', methods: ['GET'], middlewares: [validateQuery(EntriesQuerySchema, days)] },
  {
    matcher: '/admin/ledger/entries.csv',
    methods: ['GET'],
    middlewares: [validateQuery(EntriesFileQuerySchema, days)],
  },
  { matcher: '/admin/withheld-tax', methods: ['GET'], middlewares: [month] },
  { matcher: '/admin/withheld-tax.csv', methods: ['GET'], middlewares: [month] },
  { matcher: '/admin/withheld-tax/remit', methods: ['POST'], middlewares: [validateBody(RemitTaxBodySchema)] },
  { matcher: '/admin/commission-rules', methods: ['GET'], middlewares: [validateQuery(RulesPageQuerySchema)] },
  { matcher: '/admin/commission-rules', methods: ['POST'], middlewares: [validateBody(CommissionRuleBodySchema)] },
  { matcher: '/admin/commission-rules/:id/end', methods: ['POST'], middlewares: [validateBody(EndRuleBodySchema)] },
  { matcher: '/admin/withholding-rates', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/admin/withholding-rates', methods: ['POST'], middlewares: [validateBody(RateBodySchema)] },
  { matcher: '/admin/delivery-rates', methods: ['GET'], middlewares: [noQuery] },
  {
    matcher: '/admin/delivery-rates',
    methods: ['POST'],
    middlewares: [validateBody(DeliveryRateBodySchema, fieldsOf(DeliveryRateBodySchema, 'delivery_rate_invalid'))],
  },
  {
    matcher: '/admin/delivery-rates/:id/end',
    methods: ['POST'],
    middlewares: [validateBody(EndDeliveryRateBodySchema, { to: 'delivery_rate_invalid' })],
  },
  { matcher: '/admin/freight-rates', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/admin/freight-rates', methods: ['POST'], middlewares: [validateBody(FreightRateBodySchema)] },
  { matcher: '/admin/promotion-offers', methods: ['GET'], middlewares: [validateQuery(OffersQuerySchema)] },
  {
    matcher: '/admin/promotion-offers',
    methods: ['POST'],
    middlewares: [validateBody(OfferBodySchema, fieldsOf(OfferBodySchema, 'offer_invalid'))],
  },
  { matcher: '/admin/promotion-offers/:id/end', methods: ['POST'], middlewares: [nothing] },
  { matcher: '/admin/payout-settings', methods: ['GET'], middlewares: [noQuery] },
  { matcher: '/admin/payout-settings', methods: ['POST'], middlewares: [validateBody(SettingBodySchema)] },
  { matcher: '/admin/payout-batches', methods: ['GET'], middlewares: [validateQuery(BatchesQuerySchema)] },
  { matcher: '/admin/payout-batches', methods: ['POST'], middlewares: [nothing] },
  { matcher: '/admin/payout-batches/:id', methods: ['GET'], middlewares: [noQuery] },
  ...['approve', 'send', 'cancel'].map((deed) => ({
    matcher: `/admin/payout-batches/:id/${deed}`,
    methods: ['POST' as const],
    middlewares: [nothing],
  })),
  {
    matcher: '/admin/payout-batches/:id/bank-file',
    methods: ['GET'],
    middlewares: [validateQuery(BankFileQuerySchema)],
  },
  {
    matcher: '/admin/payout-batches/:id/payouts/:payout_id/confirm',
    methods: ['POST'],
    middlewares: [validateBody(ConfirmPayoutBodySchema)],
  },
  {
    matcher: '/admin/payout-batches/:id/payouts/:payout_id/reverse',
    methods: ['POST'],
    middlewares: [validateBody(ReversePayoutBodySchema)],
  },
]
