const MOMENT = /^([1-9]\d{3})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:Z|([+-])(\d\d):(\d\d))$/
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
/** Zones reach from -14:00 to +14:00 (xsd:dateTimeStamp, EPCIS 2.0 `eventTimeZoneOffset`). */
const MAX_OFFSET_MINUTES = 14 * 60

/**
 * Milliseconds since the epoch of an `xsd:dateTimeStamp` with a zone; more than three decimals round half up (CBV 2.0
 * event hash, rule 9). Out: null when the text is no such moment, names a day or time that does not exist, or lacks
 * its zone. Never throws.
 */
export function momentOf(text: string): number | null {
  const parts = MOMENT.exec(text)
  if (!parts) return null
  const [, year, month, day, hour, minute, second, fraction, sign, zoneHour, zoneMinute] = parts
  if (Number(day) < 1 || Number(day) > daysOf(Number(year), Number(month))) return null
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  const offset = sign === undefined ? 0 : Number(zoneHour) * 60 + Number(zoneMinute)
  if (Number(zoneMinute ?? 0) > 59 || offset > MAX_OFFSET_MINUTES) return null
  const utc = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  return utc + milliseconds(fraction) - (sign === '-' ? -offset : offset) * 60_000
}

function milliseconds(fraction: string | undefined): number {
  if (fraction === undefined) return 0
  const thousandths = Number(fraction.slice(0, 3).padEnd(3, '0'))
  return fraction.charAt(3) >= '5' ? thousandths + 1 : thousandths
}

function daysOf(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return (DAYS[month - 1] ?? 0) + (leap ? 1 : 0)
}
