import { z } from 'zod'
import { InputError } from '../storage/input-error.ts'

/** What a lot is counted in. */
export type Measure = 'g' | 'ml' | 'piece'

/** A whole number of grams, millilitres or pieces. */
export interface Amount {
  amount: number
  measure: Measure
}

/** A quantity as people write it: "12,5 tạ" is `{ value: 12.5, unit: 'tạ' }`. */
export interface Quantity {
  value: number
  unit: string
}

/** Units of trade by what they hold of the base unit (Vietnamese farm scales weigh in lạng, yến, tạ and tấn). */
const UNITS: Record<string, Amount> = {
  g: { amount: 1, measure: 'g' },
  gam: { amount: 1, measure: 'g' },
  lạng: { amount: 100, measure: 'g' },
  kg: { amount: 1_000, measure: 'g' },
  yến: { amount: 10_000, measure: 'g' },
  tạ: { amount: 100_000, measure: 'g' },
  tấn: { amount: 1_000_000, measure: 'g' },
  ml: { amount: 1, measure: 'ml' },
  lít: { amount: 1_000, measure: 'ml' },
  l: { amount: 1_000, measure: 'ml' },
  m3: { amount: 1_000_000, measure: 'ml' },
}

/** One gram in the lightest; a thousand tonnes in the heaviest: nothing a village makes is more. */
const MOST = 1_000_000_000_000

/**
 * A quantity in base units, rounded to a whole gram, millilitre or piece; any word that is no unit of mass or volume counts
 * pieces ("cái", "bó", "hộp"). Throws InputError naming `field` when the result is no whole number of pieces or too large.
 */
export function amountOf(quantity: Quantity, field: string): Amount {
  const unit = UNITS[quantity.unit.normalize('NFC').trim().toLowerCase()]
  const amount = unit ? Math.round(quantity.value * unit.amount) : quantity.value
  if (!Number.isFinite(amount) || amount > MOST) throw new InputError(field, `${field}: is too large`)
  if (!Number.isInteger(amount)) {
    throw new InputError(field, `${field}: "${quantity.unit}" counts pieces, which must be a whole number`)
  }
  return { amount, measure: unit?.measure ?? 'piece' }
}

/** An amount in the unit people read most easily: 400000 g is 400 kg, 250 g stays 250 g. */
export function quantityOf({ amount, measure }: Amount, pieceWord: string): Quantity {
  if (measure === 'piece') return { value: amount, unit: pieceWord }
  if (amount < 1_000) return { value: amount, unit: measure }
  return { value: amount / 1_000, unit: measure === 'g' ? 'kg' : 'lít' }
}

/**
 * Quantity and unit of an EPCIS QuantityElement (EPCIS 2.0, 7.3.3.3): kilograms and litres by their UN/ECE
 * Recommendation 20 codes, pieces without a unit of measure.
 */
export function epcisQuantity({ amount, measure }: Amount): { quantity: number; uom?: 'KGM' | 'LTR' } {
  if (measure === 'piece') return { quantity: amount }
  return { quantity: amount / 1_000, uom: measure === 'g' ? 'KGM' : 'LTR' }
}

export const positiveQuantitySchema = z.strictObject({
  value: z.number().finite().positive(),
  unit: z.string().trim().min(1).max(40),
})
