import { z } from '@medusajs/framework/zod'
import type { FieldCodes } from '../../http/validate'
import { id, optionalText, requestKey } from '../bodies'

/** `sellerProducerId`: the producer that sells; null when the centre does. Number and signing may wait until the contract is signed. */
export const ContractBodySchema = z.object({
  sellerProducerId: id.nullable(),
  number: optionalText(60),
  signedOn: z.iso.date().nullable(),
  retailerName: z.string().trim().min(2).max(200),
  retailerTaxCode: z.string().trim().min(1).max(30),
  contactName: optionalText(120),
  contactPhone: optionalText(30),
  fromDay: z.iso.date(),
  toDay: z.iso.date(),
  note: optionalText(1_000),
})
export type ContractBody = z.infer<typeof ContractBodySchema>
export const CONTRACT_CODES: FieldCodes = {
  retailerName: 'supply_retailer',
  retailerTaxCode: 'supply_tax_code',
  signedOn: 'supply_signed_on',
  fromDay: 'supply_days',
  toDay: 'supply_days',
}

export const ContractsQuerySchema = z.object({
  q: z.string().trim().max(100).default(''),
  state: z.enum(['all', 'draft', 'active', 'soon', 'over', 'ended', 'terminated']).default('all'),
})
export type ContractsQuery = z.infer<typeof ContractsQuerySchema>

const quantity = z.number().int().min(1).max(10_000_000)

/** `price`: whole đồng for one unit. */
export const LineBodySchema = z.object({
  productId: id,
  variantId: id,
  quantity,
  per: z.enum(['month', 'total']),
  unit: z.string().trim().min(1).max(30),
  price: z.number().int().min(1).max(1_000_000_000),
})
export type LineBody = z.infer<typeof LineBodySchema>
export const LINE_CODES: FieldCodes = {
  productId: 'goods_unknown',
  variantId: 'goods_unknown',
  quantity: 'supply_quantity',
  unit: 'supply_unit',
  price: 'supply_price',
}

/** `lotCodes`: as they stand on the packages; none where nobody noted them. */
export const DeliveryBodySchema = z.object({
  requestKey,
  lineId: id,
  day: z.iso.date(),
  quantity,
  lotCodes: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
  note: optionalText(300),
})
export type DeliveryBody = z.infer<typeof DeliveryBodySchema>
export const DELIVERY_CODES: FieldCodes = { day: 'supply_day_outside', quantity: 'supply_quantity' }

export const SUPPLY_REASON_CODES: FieldCodes = { reason: 'supply_reason' }
