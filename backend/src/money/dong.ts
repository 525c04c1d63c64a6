import { MedusaError } from '@medusajs/framework/utils'

/** The only currency of the shop. It has no smaller unit in use: every amount is a whole number. */
export const CURRENCY = 'vnd'

/**
 * Rounds half away from zero to whole đồng. In: a finite number or Medusa's decimal text. Throws INVALID_DATA else.
 * Medusa does not round zero-decimal currencies, so every amount that leaves the shop passes here.
 */
export function toDong(amount: unknown): number {
  const value = decimal(amount)
  const rounded = Math.sign(value) * Math.round(Math.abs(value))
  if (!Number.isSafeInteger(rounded)) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, 'An amount is not a number of đồng.')
  }
  return rounded === 0 ? 0 : rounded
}

/** Refuses an amount that is not a whole number of đồng from 0. Throws INVALID_DATA. */
export function requireDong(amount: number, what: string): void {
  if (!Number.isSafeInteger(amount) || amount < 0) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `${what} must be a whole number of đồng from 0.`)
  }
}

/** A number as Medusa hands it over: number, decimal text, BigNumber or its raw value. NaN when it is none. */
export function decimal(amount: unknown): number {
  if (typeof amount === 'number') return amount
  if (typeof amount === 'string' && amount.trim() !== '') return Number(amount)
  if (typeof amount === 'object' && amount !== null) {
    if ('numeric' in amount && typeof amount.numeric === 'number') return amount.numeric
    if ('value' in amount) return decimal(amount.value)
  }
  return Number.NaN
}
