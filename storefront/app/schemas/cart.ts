import { z } from 'zod'

/** Most units of one product in one cart line; more is a wholesale order and is arranged with the producer. */
export const MOST_PER_LINE = 99

const identifier = (message: string) => z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, message)
const quantity = (least: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/, 'errorQuantity')
    .transform(Number)
    .pipe(z.number().int().min(least, 'errorQuantity').max(MOST_PER_LINE, 'errorQuantityTooMany'))

/** Puts a product into the cart: a form on the product page, and "undo" after a removal. */
export const addToCartSchema = z.object({ variantId: identifier('errorVariant'), quantity: quantity(1) })

/** Changes how many of one line; 0 takes the line out. */
export const updateLineSchema = z.object({ lineId: identifier('errorLine'), quantity: quantity(0) })

/** Takes a line out; variant and quantity come along so that the removal can be undone. */
export const removeLineSchema = z.object({ lineId: identifier('errorLine') })

/** Chooses how one producer's goods come. */
export const chooseDeliverySchema = z.object({
  producerId: identifier('errorDelivery'),
  delivery: z.string().regex(/^[A-Za-z0-9_:-]{1,100}$/, 'errorDelivery'),
})

/** A promotion code; people type it in any case and with spaces around. */
export const offerSchema = z.object({
  code: z
    .string()
    .transform((typed) => typed.trim().toUpperCase())
    .pipe(z.string().regex(/^[\p{L}\p{N}_-]{2,40}$/u, 'errorOfferTyped')),
})
