import { z } from 'zod'

/** A stable name given by the caller to a party, product, area or lot: 1 to 200 visible characters. */
export const refSchema = z
  .string()
  .min(1, 'must not be empty')
  .max(200, 'must have at most 200 characters')
  .regex(/^[^\s\p{C}]+$/u, 'must not contain spaces or control characters')
