const FIELDS = ['province', 'district', 'commune', 'serial', 'year'] as const
export type ProductCodeField = (typeof FIELDS)[number]

/** How product codes of a period are written: the `product-code` record. */
export interface ProductCodeFormat {
  /** `old` names the district, `new` does not. */
  format: string
  separator: string
  /** In their order, each with the fewest and most digits. */
  fields: readonly { name: ProductCodeField; minDigits: number; maxDigits: number }[]
  /** Which list the unit codes come from. */
  unitCodes: { vi: string; en: string }
  /** Evaluation years the format was used in; `to` null while it is in use. */
  years: { from: number; to: number | null }
  /** Number of the registration slip, with the names of fields in braces; null where none is known. */
  registration: string | null
}

/** A product code taken apart. Codes of places keep their leading zeros. */
export interface ProductCode {
  format: string
  province: string
  /** Null in the format without districts. */
  district: string | null
  commune: string
  /** Serial as the commune keeps it, without leading zeros. */
  serial: number
  year: number
}

export class ProductCodeError extends Error {
  override name = 'ProductCodeError'
  readonly code: 'empty' | 'characters' | 'parts' | 'digits' | 'year'
  readonly field: ProductCodeField | null

  constructor(code: ProductCodeError['code'], field: ProductCodeField | null, message: string) {
    super(message)
    this.code = code
    this.field = field
  }
}

/**
 * Reads a product code of any known format: old `83-829-28780-3-2022`, new `(T)-(X)-(STT)-(20YY)`. Spaces and typographic dashes, as
 * papers print them, are let through. Throws ProductCodeError naming the field at fault.
 */
export function parseProductCode(text: string, formats: readonly ProductCodeFormat[]): ProductCode {
  const plain = text.replace(/[\u2010-\u2015\u2212]/g, '-').replace(/\s+/g, '')
  if (plain === '') throw new ProductCodeError('empty', null, 'A product code is empty.')
  if (!/^[0-9-]+$/.test(plain))
    throw new ProductCodeError('characters', null, `“${text.trim()}” holds more than digits and hyphens.`)
  const parts = plain.split('-')
  const format = formats.find((each) => each.fields.length === parts.length)
  if (!format) throw new ProductCodeError('parts', null, `A product code of ${parts.length} parts is not known.`)
  const values = new Map<ProductCodeField, string>()
  format.fields.forEach((field, index) => {
    const value = parts[index] ?? ''
    if (value.length < field.minDigits || value.length > field.maxDigits)
      throw new ProductCodeError(
        'digits',
        field.name,
        `The ${field.name} in “${plain}” has ${value.length} digits, not ${digits(field)}.`,
      )
    values.set(field.name, value)
  })
  const year = Number(values.get('year'))
  if (year < format.years.from || (format.years.to !== null && year > format.years.to))
    throw new ProductCodeError('year', 'year', `Codes of this form were not given in ${year}.`)
  return {
    format: format.format,
    province: values.get('province') ?? '',
    district: values.get('district') ?? null,
    commune: values.get('commune') ?? '',
    serial: Number(values.get('serial')),
    year,
  }
}

/** Writes a product code. Throws ProductCodeError when a field does not fit the format. */
export function formatProductCode(code: Omit<ProductCode, 'format'>, format: ProductCodeFormat): string {
  const text = format.fields
    .map((field) => {
      const value = String(code[field.name] ?? '')
      const padded = field.name === 'serial' ? value.padStart(field.minDigits, '0') : value
      if (!/^\d+$/.test(padded) || padded.length < field.minDigits || padded.length > field.maxDigits)
        throw new ProductCodeError('digits', field.name, `“${value}” is no ${field.name} of ${digits(field)} digits.`)
      return padded
    })
    .join(format.separator)
  parseProductCode(text, [format])
  return text
}

/** Number of a registration slip, e.g. `12/PĐK-08-00712-2026`. Throws RangeError when the format has none. */
export function registrationNumber(
  given: { serial: number; province: string; commune: string; year: number },
  format: ProductCodeFormat,
): string {
  if (format.registration === null) throw new RangeError('This period has no form of registration number.')
  return format.registration.replace(/\{(serial|province|commune|year)\}/g, (_, name: keyof typeof given) =>
    String(given[name]),
  )
}

function digits({ minDigits, maxDigits }: { minDigits: number; maxDigits: number }): string {
  return minDigits === maxDigits ? String(minDigits) : `${minDigits} to ${maxDigits}`
}
