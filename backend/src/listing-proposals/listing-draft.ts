import { z } from '@medusajs/framework/zod'
import { LABEL_LENGTHS } from '../modules/listing/label'
import { SECTORS } from '../modules/listing/sectors'

const words = (most: number) => z.string().trim().max(most)
const optional = (most: number) => words(most).nullable().default(null)
const { netContent, ingredients, allergens, storage, usage, warning, standard } = LABEL_LENGTHS

/** A new listing as far as its producer has come: nothing is required yet, what is there has a size. */
export const ListingDraftSchema = z.strictObject({
  title: words(150).default(''),
  description: words(5_000).default(''),
  sector: z.enum(SECTORS).nullable().default(null),
  netContent: optional(netContent),
  ingredients: optional(ingredients),
  allergens: optional(allergens),
  storage: optional(storage),
  usage: optional(usage),
  warning: optional(warning),
  standard: optional(standard),
  perishable: z.boolean().default(false),
  packs: z
    .array(
      z.strictObject({
        title: words(100),
        /** The producer's own code; one is made when it has none. */
        sku: optional(60),
        /** Whole đồng. */
        price: z.int().min(0).max(1_000_000_000).nullable(),
        weightGrams: z.int().min(1).max(100_000).nullable(),
        /** Packages at hand; of no meaning for a gift set, which is counted by its parts. */
        stock: z.int().min(0).max(1_000_000).nullable(),
        /** What a gift set holds: pack sizes of this producer, and how many of each. Empty for anything else. */
        parts: z
          .array(z.strictObject({ variantId: z.string().min(1).max(100), quantity: z.int().min(1).max(100) }))
          .max(20)
          .default([]),
        /** Ordered before its harvest: first and last day of it. Null for what is at hand. */
        preorder: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).nullable().default(null),
      }),
    )
    .max(20)
    .default([]),
})
export type ListingDraft = z.infer<typeof ListingDraftSchema>

/** Names of fields that still miss something, `packs.0.price` for those of a pack size. */
export type DraftGap =
  | 'title'
  | 'description'
  | 'sector'
  | 'packs'
  | 'ingredients'
  | 'storage'
  | 'usage'
  | `packs.${number}.${'title' | 'price' | 'weightGrams' | 'stock' | 'sku' | 'parts' | 'preorder'}`

const EATEN = ['food', 'drink', 'herbal']

/**
 * What a draft lacks before it can be reviewed, in the order of the form. What is eaten says its ingredients and how to keep and use it, as
 * its label must (Decree 43/2017/NĐ-CP, annex I); pack sizes differ in name and in code; a gift set holds two packages at least, and none of it
 * is ordered before a harvest. In: the draft,
 * and whether it adds pack sizes to a product that is on sale, whose words and label are there already.
 */
export function draftGaps(draft: ListingDraft, packsOnly = false): DraftGap[] {
  return [...(packsOnly ? [] : wordGaps(draft)), ...packGaps(draft)]
}

function wordGaps(draft: ListingDraft): DraftGap[] {
  const gaps: DraftGap[] = []
  if (draft.title.length < 3) gaps.push('title')
  if (draft.description.length < 20) gaps.push('description')
  if (draft.sector === null) gaps.push('sector')
  else if (EATEN.includes(draft.sector)) {
    for (const field of ['ingredients', 'storage', 'usage'] as const) if (!draft[field]) gaps.push(field)
  }
  return gaps
}

function packGaps(draft: ListingDraft): DraftGap[] {
  const gaps: DraftGap[] = draft.packs.length === 0 ? ['packs'] : []
  const titles = draft.packs.map((pack) => pack.title.toLocaleLowerCase('vi'))
  const codes = draft.packs.map((pack) => pack.sku?.toUpperCase() ?? null)
  draft.packs.forEach((pack, no) => {
    if (pack.title === '' || titles.indexOf(titles[no] ?? '') !== no) gaps.push(`packs.${no}.title`)
    if (codes[no] !== null && codes.indexOf(codes[no] ?? null) !== no) gaps.push(`packs.${no}.sku`)
    if (pack.price === null || pack.price < 1_000) gaps.push(`packs.${no}.price`)
    if (pack.weightGrams === null && draft.sector !== 'tourism') gaps.push(`packs.${no}.weightGrams`)
    if (pack.stock === null && pack.parts.length === 0) gaps.push(`packs.${no}.stock`)
    const pieces = pack.parts.reduce((sum, part) => sum + part.quantity, 0)
    const goods = new Set(pack.parts.map((part) => part.variantId))
    if (pack.preorder && (pack.preorder.from > pack.preorder.to || pack.parts.length > 0)) {
      gaps.push(`packs.${no}.preorder`)
    }
    if (pieces === 1 || goods.size !== pack.parts.length) gaps.push(`packs.${no}.parts`)
  })
  return gaps
}

/** An address for a product's page: letters without marks, digits and dashes. In: its name. */
export function handleOf(title: string): string {
  const plain = title
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return plain.slice(0, 80).replace(/-$/, '') || 'san-pham'
}
