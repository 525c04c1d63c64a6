import { MedusaError } from '@medusajs/framework/utils'

/** The largest amount VNPay takes: 12 digits after it is multiplied by 100. */
const MOST = 9_999_999_999

/** Whole đồng as VNPay writes them: times 100, without a sign or a point. Throws INVALID_DATA for any other amount. */
export function toVnpayAmount(amount: number): string {
  if (!Number.isSafeInteger(amount) || amount <= 0 || amount > MOST) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, 'VNPay takes whole đồng from 1 to 9,999,999,999.')
  }
  return String(amount * 100)
}

/** Whole đồng of what VNPay wrote; null for what is no amount or holds a fraction of a đồng. */
export function fromVnpayAmount(text: unknown): number | null {
  const digits = typeof text === 'number' ? String(text) : text
  if (typeof digits !== 'string' || !/^\d{3,12}$/.test(digits) || !digits.endsWith('00')) return null
  const amount = Number(digits) / 100
  return amount > 0 ? amount : null
}
