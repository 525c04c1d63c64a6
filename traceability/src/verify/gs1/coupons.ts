/**
 * North American coupon data in AI 8110 and AI 8112: fields whose first digit tells their length.
 * Reads the text from the left; `fault` is the first thing that did not fit, as the end of a sentence.
 */
class CouponReader {
  fault: string | null = null
  #at = 0
  readonly #text: string

  constructor(text: string) {
    this.#text = text
    if (!/^[0-9]*$/.test(text)) this.fault = 'may hold digits only'
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length
  }

  /** Takes exactly `length` digits. */
  take(length: number, what: string): string {
    const taken = this.#text.slice(this.#at, this.#at + length)
    if (taken.length < length) this.fault ??= `is cut off in ${what}`
    this.#at += length
    return taken
  }

  /** Takes one digit out of `allowed`. */
  one(allowed: string, what: string): string {
    const digit = this.take(1, what)
    if (digit !== '' && !allowed.includes(digit)) this.fault ??= `has an invalid ${what}`
    return digit
  }

  /** Takes a length digit out of `allowed`, then that many digits and `more`. */
  sized(allowed: string, more: number, what: string): string {
    const size = this.one(allowed, what)
    return this.fault === null ? this.take(Number(size) + more, what) : ''
  }

  /** Takes the digit of an optional field when it stands next. */
  optional(digit: string): boolean {
    if (this.fault !== null || this.#text.charAt(this.#at) !== digit) return false
    this.#at++
    return true
  }

  date(what: string): string {
    const text = this.take(6, what)
    const [year, month, day] = [text.slice(0, 2), text.slice(2, 4), text.slice(4)].map(Number)
    const days = new Date(Date.UTC(2000 + (year ?? 0), month ?? 0, 0)).getUTCDate()
    const exists = month !== undefined && month >= 1 && month <= 12 && day !== undefined && day >= 1 && day <= days
    if (this.fault === null && !exists) this.fault = `has an impossible ${what}`
    return text
  }

  end(): string | null {
    if (this.fault === null && !this.atEnd) this.fault = 'has digits after its last field'
    return this.fault
  }
}

/** Stands for the first company prefix instead of a length. */
const SAME_COMPANY = '9'

/** AI 8110, "North American Coupon Application Guideline Using GS1 DataBar Expanded Symbols". Null when it fits. */
export function couponCodeFault(text: string): string | null {
  const coupon = new CouponReader(text)
  coupon.sized('0123456', 6, 'company prefix')
  coupon.take(6, 'offer code')
  coupon.sized('12345', 0, 'save value')
  purchase(coupon, 'first purchase')
  if (coupon.optional('1')) {
    coupon.one('0123', 'additional purchase rules code')
    purchase(coupon, 'second purchase')
    if (!coupon.optional(SAME_COMPANY)) coupon.sized('0123456', 6, 'second company prefix')
  }
  if (coupon.optional('2')) {
    purchase(coupon, 'third purchase')
    if (!coupon.optional(SAME_COMPANY)) coupon.sized('0123456', 6, 'third company prefix')
  }
  const expires = coupon.optional('3') ? coupon.date('expiration date') : null
  const starts = coupon.optional('4') ? coupon.date('start date') : null
  if (expires !== null && starts !== null && starts > expires) coupon.fault ??= 'expires before it starts'
  if (coupon.optional('5')) coupon.sized('0123456789', 6, 'serial number')
  if (coupon.optional('6')) coupon.sized('1234567', 6, 'retailer')
  if (coupon.optional('9')) {
    coupon.one('01256', 'save value code')
    coupon.one('012', 'save value applies to item')
    coupon.take(1, 'store coupon flag')
    coupon.one('01', 'do not multiply flag')
  }
  return coupon.end()
}

/** AI 8112, "GS1 AI (8112) Coupon Data Specification" (positive offer file). Null when it fits. */
export function positiveOfferFault(text: string): string | null {
  const coupon = new CouponReader(text)
  coupon.one('01', 'format code')
  coupon.sized('0123456', 6, 'funder')
  coupon.take(6, 'offer code')
  coupon.sized('0123456789', 6, 'serial number')
  return coupon.end()
}

function purchase(coupon: CouponReader, name: string): void {
  coupon.sized('12345', 0, `${name} requirement`)
  coupon.one('012349', `${name} requirement code`)
  coupon.take(3, `${name} family code`)
}
