import { createHash } from 'node:crypto'
import { LABEL_FIELDS, type LabelField, type ListingLabel } from '../modules/listing/label'

/** One pack size of a product. */
export interface ListedPack {
  id: string
  /** Name of the pack size. */
  title: string
  sku: string | null
  /** Whole đồng. */
  price: number
  weightGrams: number | null
}

/** What a producer may ask to change of a product: its words, its label, and price and weight of each pack size. */
export interface ListingContent {
  title: string
  description: string
  label: ListingLabel
  packs: ListedPack[]
}

/** One difference between what is shown and what is asked for; `pack` names the pack size, null for the product itself. */
export interface ListingDifference {
  field: 'title' | 'description' | LabelField | 'perishable' | 'price' | 'weightGrams'
  pack: string | null
  before: string | number | boolean | null
  after: string | number | boolean | null
}

/** Every field in which two contents of one product differ, in the order of the form. A pack size that `after` lacks stays as it is. */
export function differences(before: ListingContent, after: ListingContent): ListingDifference[] {
  const found: ListingDifference[] = (['title', 'description'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, pack: null, before: before[field], after: after[field] }))
  for (const field of [...LABEL_FIELDS, 'perishable'] as const) {
    const [was, wanted] = [before.label[field], after.label[field]]
    if (was !== wanted) found.push({ field, pack: null, before: was, after: wanted })
  }
  for (const pack of before.packs) {
    const asked = after.packs.find(({ id }) => id === pack.id)
    if (!asked) continue
    for (const field of ['price', 'weightGrams'] as const) {
      if (pack[field] !== asked[field])
        found.push({ field, pack: pack.title, before: pack[field], after: asked[field] })
    }
  }
  return found
}

/**
 * What a change asks for, on top of what is shown now: a field it left alone is as shown, also when that has moved since.
 * In: the content the change was made from, what it asks for, and what is shown. Pack sizes are those shown.
 */
export function rebased(base: ListingContent, asked: ListingContent, shown: ListingContent): ListingContent {
  return {
    title: asked.title === base.title ? shown.title : asked.title,
    description: asked.description === base.description ? shown.description : asked.description,
    label: Object.fromEntries(
      ([...LABEL_FIELDS, 'perishable'] as const).map((field) => [
        field,
        asked.label[field] === base.label[field] ? shown.label[field] : asked.label[field],
      ]),
    ) as ListingLabel,
    packs: shown.packs.map((pack) => {
      const [was, wanted] = [base, asked].map(({ packs }) => packs.find(({ id }) => id === pack.id))
      if (!was || !wanted) return pack
      return {
        ...pack,
        price: wanted.price === was.price ? pack.price : wanted.price,
        weightGrams: wanted.weightGrams === was.weightGrams ? pack.weightGrams : wanted.weightGrams,
      }
    }),
  }
}

/** A word that is the same exactly while the content is: a form carries it, so that nobody overwrites what they did not see. */
export function versionOf({ title, description, label, packs }: ListingContent): string {
  const parts = packs.map(({ id, title: name, sku, price, weightGrams }) => [id, name, sku, price, weightGrams])
  return createHash('sha256')
    .update(JSON.stringify([title, description, LABEL_FIELDS.map((field) => label[field]), label.perishable, parts]))
    .digest('hex')
    .slice(0, 32)
}
