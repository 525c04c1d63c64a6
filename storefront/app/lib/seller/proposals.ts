import { type ListingLabel, labelOf } from './label.ts'
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
  /** What a gift set holds; empty for anything else. */
  parts: { variantId: string; quantity: number }[]
  /** First and last day of the harvest it is ordered ahead of; null for what is at hand. */
  preorder: { from: string; to: string } | null
}

export interface ListingDraft extends ListingLabel {
  title: string
  description: string
  sector: Sector | null
  packs: DraftPack[]
}

/** Mirrors the backend's `ProposalView`. */
export interface Proposal {
  id: string
  state: 'draft' | 'submitted' | 'returned' | 'listing' | 'approved'
  version: number
  draft: ListingDraft
  /** The product on sale that it adds pack sizes to; null for a new product. */
  forProduct: { id: string; title: string } | null
  gaps: string[]
  reason: string | null
}

const NUMBERS = ['price', 'weightGrams', 'stock'] as const

/**
 * Reads a form into a draft. Pack sizes are `packs.<no>.<field>`, what a gift set holds `packs.<no>.part.<variant>`; a row nobody wrote
 * into is left out. Out: the draft, and the names of fields that hold no such number; those are null in the draft.
 */
export function draftOf(form: FormData): { draft: ListingDraft; wrong: string[] } {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim().replace(/\r\n/g, '\n') : ''
  }
  const wrong: string[] = []
  const names = [...form.keys()]
  const rows = [...new Set(names.flatMap((key) => /^packs\.(\d+)\./.exec(key)?.[1] ?? []))]
  const packs = rows
    .filter((row) => names.some((name) => name.startsWith(`packs.${row}.`) && text(name) !== ''))
    .map((row, no): DraftPack => {
      const numberAt = (name: string, shown: string) => {
        const number = wholeNumber(text(name))
        if (number === null || Number.isInteger(number)) return number
        wrong.push(shown)
        return null
      }
      const [price = null, weightGrams = null, stock = null] = NUMBERS.map((field) =>
        numberAt(`packs.${row}.${field}`, `packs.${no}.${field}`),
      )
      const parts = names.flatMap((name) => {
        const variantId = name.startsWith(`packs.${row}.part.`) ? name.slice(`packs.${row}.part.`.length) : null
        const quantity = variantId === null ? null : numberAt(name, `packs.${no}.parts`)
        return variantId !== null && quantity !== null && quantity > 0 ? [{ variantId, quantity }] : []
      })
      const sku = text(`packs.${row}.sku`) || null
      const [from, to] = [text(`packs.${row}.preorder.from`), text(`packs.${row}.preorder.to`)]
      const days = [from, to].every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))
      if (!days && (from || to)) wrong.push(`packs.${no}.preorder`)
      const preorder = days ? { from, to } : null
      return { title: text(`packs.${row}.title`), sku, price, weightGrams, stock, parts, preorder }
    })
  return {
    draft: {
      ...{ title: text('title'), description: text('description') },
      sector: SECTORS.find((sector) => sector === text('sector')) ?? null,
      ...labelOf(form),
      packs,
    },
    wrong,
  }
}
