import { buildDigitalLink } from '../verify/gs1/digital-link.ts'

/** Everything the alphanumeric mode of ISO/IEC 18004 can carry, 5.5 bits a character instead of 8. */
const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]*$/

/** A unit, and the site that answers for it: `origin` without trailing slash, a GTIN of 14 digits, a canonical code. */
export interface UnitAddress {
  origin: string
  gtin: string | null
  code: string
}

/**
 * The URI of one unit: the GS1 Digital Link `/01/{gtin}/21/{code}` when its product has a GTIN, else `/q/{code}`. Both
 * are the same unit; a product that gets a GTIN later keeps its printed `/q/` labels.
 * Wholly in upper case where that keeps the QR in alphanumeric mode and so smallest (scheme and host ignore case, the
 * scan page's path does too), else as it is. Throws Gs1SyntaxError when the GTIN or the code is malformed.
 */
export function unitUri(address: UnitAddress): string {
  const uri = plainUnitUri(address)
  const upper = uri.toUpperCase()
  return ALPHANUMERIC.test(upper) ? upper : uri
}

/** The same as a web identifier, for documents and link sets: never changed in case. Throws like `unitUri`. */
export function plainUnitUri({ origin, gtin, code }: UnitAddress): string {
  if (gtin === null) return `${origin}/q/${code}`
  const primaryKey = { ai: '01', value: gtin }
  return buildDigitalLink({ primaryKey, qualifiers: [{ ai: '21', value: code }], attributes: [] }, origin)
}
