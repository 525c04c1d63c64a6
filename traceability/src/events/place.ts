import { z } from 'zod'

const name = z.string().max(200)

/** `Place` of the scan answer; codes are those of the two-tier units since 2025-07-01. */
export const placeSchema = z.strictObject({
  provinceCode: z.string().min(1).max(10),
  provinceName: name.min(1),
  communeCode: z.string().max(10).nullable(),
  communeName: name.nullable(),
  legacyName: name.nullable(),
})

export const quantitySchema = z.strictObject({
  value: z.number().finite().nonnegative(),
  unit: z.string().min(1).max(40),
})

export const confidenceSchema = z.enum(['self_declared', 'commune_confirmed', 'tested', 'authority_decision'])

/** A calendar day at +07, yyyy-mm-dd, that exists. */
export const daySchema = z.iso.date('must be a date that exists, yyyy-mm-dd')
