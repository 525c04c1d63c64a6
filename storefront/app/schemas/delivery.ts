import { z } from 'zod'

/** Longest accepted text of each field; also the `maxlength` of its input. */
export const DELIVERY_LIMITS = { name: 80, phone: 20, email: 200, legacyPlace: 160, street: 160, note: 300 } as const

/**
 * Brings a Vietnamese phone number to ten digits starting with 0.
 * In: what a person typed: `0912 345 678`, `+84 912.345.678`, `(084) 912-345-678`. Out: `0912345678`, or null
 * when it is not ten digits starting with 0, or +84 and nine digits.
 */
export function normalisePhone(typed: string): string | null {
  const bare = typed.normalize('NFKC').replace(/[\s().\-–]/g, '')
  const local = bare.replace(/^(?:\+84|0084|84(?=\d{9}$))/, '0').replace(/^00/, '0')
  return /^0[1-9]\d{8}$/.test(local) ? local : null
}

const trimmed = (max: number, tooLong: string) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(max, tooLong))

/**
 * Where an order goes: the two-tier address in force since 1/7/2025 (province, then commune, ward or special zone),
 * and below it the street or hamlet in the buyer's own words. Who only knows the old address writes commune and district of before; the shop finds today's commune. An
 * e-mail is for news of the order and may stay empty. Messages are keys of the checkout catalogue.
 */
export const deliverySchema = z
  .object({
    name: trimmed(DELIVERY_LIMITS.name, 'errorNameTooLong').pipe(z.string().min(2, 'errorName')),
    phone: z.string().transform((typed, context) => {
      const phone = normalisePhone(typed)
      if (phone) return phone
      context.addIssue({
        code: 'custom',
        message: typed.trim() === '' ? 'errorPhoneMissing' : 'errorPhone',
      })
      return z.NEVER
    }),
    email: z
      .string()
      .transform((typed) => typed.trim())
      .pipe(z.union([z.literal(''), z.email('errorEmail').max(DELIVERY_LIMITS.email, 'errorEmail')], 'errorEmail'))
      .transform((email) => (email === '' ? undefined : email)),
    provinceCode: z.string().regex(/^\d{2}$/, 'errorProvince'),
    communeCode: z
      .string()
      .regex(/^(\d{5})?$/, 'errorCommune')
      .transform((code) => (code === '' ? undefined : code)),
    legacyPlace: trimmed(DELIVERY_LIMITS.legacyPlace, 'errorLegacyPlace').transform((place) =>
      place === '' ? undefined : place,
    ),
    street: trimmed(DELIVERY_LIMITS.street, 'errorStreetTooLong').pipe(z.string().min(3, 'errorStreet')),
    note: trimmed(DELIVERY_LIMITS.note, 'errorNoteTooLong').transform((note) => (note === '' ? undefined : note)),
  })
  .refine(({ communeCode, legacyPlace }) => Boolean(communeCode ?? legacyPlace), {
    message: 'errorCommune',
    path: ['communeCode'],
    // Said together with what is wrong elsewhere.
    when: () => true,
  })

export type DeliveryInput = z.output<typeof deliverySchema>
export type DeliveryField = keyof typeof deliverySchema.shape
