const OFFSET_MS = 7 * 3600_000

/** `yyyyMMddHHmmss` at +07, as VNPay writes moments, whatever time zone this process runs in. */
export function toVnpayMoment(moment: Date): string {
  return new Date(moment.getTime() + OFFSET_MS).toISOString().slice(0, 19).replace(/\D/g, '')
}

/** The moment that VNPay wrote. Out: UTC; null for what is no moment, e.g. the 31st of February. */
export function fromVnpayMoment(text: string): Date | null {
  const match = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(text)
  if (!match) return null
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const moment = new Date(Date.UTC(year, month - 1, day, hour, minute, second) - OFFSET_MS)
  return toVnpayMoment(moment) === text ? moment : null
}
