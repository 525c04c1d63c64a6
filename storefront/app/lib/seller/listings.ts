import type { ListingLabel } from './label.ts'

/** One pack size of a listing; mirrors the backend's `ListedPack`. */
export interface ListedPack {
  id: string
  title: string
  sku: string | null
  /** Whole đồng. */
  price: number
  weightGrams: number | null
}

/** A listing of the producer's; mirrors the backend's `OwnListing`. */
export interface OwnListing {
  productId: string
  version: string
  published: boolean
  /** Taken off sale by its producer. */
  paused: boolean
  title: string
  description: string
  label: ListingLabel
  packs: ListedPack[]
  change: {
    id: string
    state: 'submitted' | 'approved' | 'returned' | 'withdrawn'
    proposed: { title: string; description: string; label: ListingLabel; packs: ListedPack[] }
    submittedAt: string
    reason: string | null
  } | null
}

/** What a producer is to know of a listing first. */
export function listingState({
  change,
  paused,
  published,
}: OwnListing): 'submitted' | 'returned' | 'paused' | 'shown' | 'hidden' {
  if (paused) return 'paused'
  if (change?.state === 'submitted' || change?.state === 'returned') return change.state
  return published ? 'shown' : 'hidden'
}

/** A whole number as people write it (`125.000`, `125 000 đ`); null for an empty field, NaN for what is no number. */
export function wholeNumber(text: string): number | null {
  const bare = text.trim().replace(/\s*(?:đ|₫|đồng|g|gam)$/iu, '')
  if (bare === '') return null
  if (/^\d+$/.test(bare)) return Number(bare)
  return /^\d{1,3}(?:[., ]\d{3})+$/.test(bare) ? Number(bare.replace(/\D/g, '')) : Number.NaN
}
