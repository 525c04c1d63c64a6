/** What a label says of a product beside its name, in the order of the form; null where the label says nothing. */
export const LABEL_FIELDS = [
  'netContent',
  'ingredients',
  'allergens',
  'storage',
  'usage',
  'warning',
  'standard',
] as const
export type LabelField = (typeof LABEL_FIELDS)[number]

export type ListingLabel = Record<LabelField, string | null> & {
  /** Does not keep: it comes back only damaged, wrong or missing (decision 42). */
  perishable: boolean
}

/** The longest text of each field, in characters. */
export const LABEL_LENGTHS: Record<LabelField, number> = {
  netContent: 100,
  ingredients: 2_000,
  allergens: 1_000,
  storage: 1_000,
  usage: 2_000,
  warning: 1_000,
  standard: 200,
}
