import { wholeNumber } from './listings.ts'

export const SECTORS = ['food', 'drink', 'herbal', 'craft', 'ornamental', 'tourism'] as const
export type Sector = (typeof SECTORS)[number]

/** One pack size of a new listing; mirrors the backend's `ListingDraft`. */
export interface DraftPack {
  title: string
  sku: string | null
  /** Whole đồng. */
  price: number | null
  weightGrams: number | null
  stock: number | null
}

export interface ListingDraft {
  title: string
  description: string
  sector: Sector | null
  netContent: string | null
  ingredients: string | null
  allergens: string | null
  storage: string | null
  usage: string | null
  warning: string | null
  standard: string | null
  /** Does not keep. */
  perishable: boolean
  packs: DraftPack[]
}

/** Mirrors the backend's `ProposalView`. */
export interface Proposal {
  id: string
  state: 'draft' | 'submitted' | 'returned' | 'listing' | 'approved'
  version: number
  draft: ListingDraft
  gaps: string[]
  reason: string | null
}

export const LABEL_FIELDS = [
  'netContent',
  'ingredients',
  'allergens',
  'storage',
  'usage',
  'warning',
  'standard',
] as const
export const PACK_FIELDS = ['title', 'price', 'weightGrams', 'stock', 'sku'] as const
const NUMBERS = ['price', 'weightGrams', 'stock'] as const

/**
 * Reads a form into a draft. Pack sizes are `packs.<no>.<field>`; a row nobody wrote into is left out.
 * Out: the draft, and the names of fields that hold no such number; those are null in the draft.
 */
export function draftOf(form: FormData): { draft: ListingDraft; wrong: string[] } {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim().replace(/\r\n/g, '\n') : ''
  }
  const wrong: string[] = []
  const rows = [...new Set([...form.keys()].flatMap((key) => /^packs\.(\d+)\./.exec(key)?.[1] ?? []))]
  const packs = rows
    .filter((row) => PACK_FIELDS.some((field) => text(`packs.${row}.${field}`) !== ''))
    .map((row, no): DraftPack => {
      const [price = null, weightGrams = null, stock = null] = NUMBERS.map((field) => {
        const number = wholeNumber(text(`packs.${row}.${field}`))
        if (number === null || Number.isInteger(number)) return number
        wrong.push(`packs.${no}.${field}`)
        return null
      })
      return { title: text(`packs.${row}.title`), sku: text(`packs.${row}.sku`) || null, price, weightGrams, stock }
    })
  const [netContent = null, ingredients = null, allergens = null, storage = null, usage = null, ...rest] =
    LABEL_FIELDS.map((field) => text(field) || null)
  const [warning = null, standard = null] = rest
  return {
    draft: {
      ...{ title: text('title'), description: text('description') },
      sector: SECTORS.find((sector) => sector === text('sector')) ?? null,
      ...{ netContent, ingredients, allergens, storage, usage, warning, standard, packs },
      perishable: form.get('perishable') === 'on',
    },
    wrong,
  }
}
