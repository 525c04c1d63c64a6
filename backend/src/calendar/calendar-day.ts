import { MedusaError } from '@medusajs/framework/utils'

/**
 * Refuses anything but a real calendar day. In: yyyy-mm-dd and what it is, for the message. Throws INVALID_DATA.
 */
export function requireCalendarDay(value: string, what: string): void {
  const time = Date.parse(`${value}T00:00:00Z`)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `${what} must be a calendar day yyyy-mm-dd, not "${value}".`)
  }
}
