import { z } from '@medusajs/framework/zod'
import type { FieldCodes } from '../../http/validate'
import { id, optionalText } from '../bodies'

export const FairBodySchema = z.object({
  name: z.string().trim().min(3).max(120),
  place: z.string().trim().min(2).max(200),
  address: z.string().trim().min(2).max(200),
  provinceCode: z.string().regex(/^[0-9]{2}$/),
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
  note: optionalText(1_000),
})
export type FairBody = z.infer<typeof FairBodySchema>
export const FAIR_CODES: FieldCodes = {
  name: 'fair_name',
  place: 'fair_place',
  address: 'street_required',
  provinceCode: 'province_unknown',
  firstDay: 'fair_days',
  lastDay: 'fair_days',
}

export const BoothBodySchema = z.object({ name: z.string().trim().min(1).max(60) })
export type BoothBody = z.infer<typeof BoothBodySchema>
export const BOOTH_CODES: FieldCodes = { name: 'fair_booth_unnamed' }

const price = z.number().int().min(1).max(1_000_000_000).nullable()
const position = z.number().int().min(1).max(9_999)

/** `price`: whole đồng, null where one asks at the booth; `position`: null puts it behind the others. */
export const EntryBodySchema = z.object({
  boothId: id,
  productId: id,
  variantId: id,
  price,
  note: optionalText(200),
  position: position.nullable().default(null),
})
export type EntryBody = z.infer<typeof EntryBodySchema>

export const EntryChangeSchema = z.object({ price, note: optionalText(200), position })
export type EntryChange = z.infer<typeof EntryChangeSchema>
export const ENTRY_CODES: FieldCodes = {
  variantId: 'goods_unknown',
  productId: 'goods_unknown',
  price: 'fair_price',
  position: 'fair_position',
}
