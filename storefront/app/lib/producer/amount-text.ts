import type { Locale } from '#app/i18n/locale.ts'
import { formatQuantity } from '#app/lib/format.ts'
import type { Measure, Quantity } from './types.ts'

/** Units offered beside an amount: those of trade first, then pieces. */
export const UNITS = [
  'kg',
  'g',
  'yến',
  'tạ',
  'tấn',
  'lít',
  'ml',
  'cái',
  'con',
  'bó',
  'gói',
  'hộp',
  'túi',
  'chai',
  'lọ',
] as const
export const PACK_UNITS = ['gói', 'hộp', 'túi', 'chai', 'lọ', 'cái'] as const

/**
 * A number as people write it in Vietnam: `12,5`, `1.240`, `1.240,5`, `12.5`. A lone dot before exactly three digits parts
 * thousands, unless a zero stands before it. Out: null for what is no number above zero.
 */
export function readNumber(typed: string): number | null {
  const bare = typed.normalize('NFKC').replace(/\s/g, '')
  if (!/^[\d.,]+$/.test(bare)) return null
  const text = bare.includes(',')
    ? /^(\d{1,3}(\.\d{3})+|\d+),\d+$/.test(bare)
      ? bare.replaceAll('.', '').replace(',', '.')
      : ''
    : /^[1-9]\d{0,2}(\.\d{3})+$/.test(bare)
      ? bare.replaceAll('.', '')
      : bare
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  return Number.isFinite(value) && value > 0 ? value : null
}

/** An amount in the unit people read most easily: 400000 g is 400 kg. */
export function baseAmount(amount: number, measure: Measure, pieceWord: string): Quantity {
  if (measure === 'piece') return { value: amount, unit: pieceWord }
  if (amount < 1_000) return { value: amount, unit: measure }
  return { value: amount / 1_000, unit: measure === 'g' ? 'kg' : 'lít' }
}

/** The same as text: `400 kg`. */
export function amountText(amount: number, measure: Measure | string, locale: Locale, pieceWord = 'cái'): string {
  return formatQuantity(baseAmount(amount, measure as Measure, pieceWord), locale)
}

/** What stands in a pack by its label, e.g. `Túi 500 g`: null when it cannot be read. */
export function readNet(text: string | null): Quantity | null {
  const [, number, unit] = /(\d[\d.,]*)\s*(kg|g|gam|ml|lít|l)\b/i.exec(text ?? '') ?? []
  const value = number === undefined ? null : readNumber(number)
  if (value === null || unit === undefined) return null
  const word = unit.toLowerCase()
  return { value, unit: word === 'gam' ? 'g' : word === 'l' ? 'lít' : word }
}
