/** Fields of a label in the order of the form; mirrors the backend's `LABEL_FIELDS`. */
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

/** What a label says; mirrors the backend's `ListingLabel`. */
export type ListingLabel = Record<LabelField, string | null> & {
  /** Does not keep. */
  perishable: boolean
}

/** Reads the fields of a form that `LabelFields` shows; an empty one says nothing. */
export function labelOf(form: FormData): ListingLabel {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim().replace(/\r\n/g, '\n') || null : null
  }
  return {
    ...(Object.fromEntries(LABEL_FIELDS.map((field) => [field, text(field)])) as Record<LabelField, string | null>),
    perishable: form.get('perishable') === 'on',
  }
}
