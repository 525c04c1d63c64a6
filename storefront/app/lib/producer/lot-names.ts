import type { Locale } from '#app/i18n/locale.ts'
import type { OwnProduct, StepWord } from './types.ts'

/** What people call a lot: its product, or the goods it holds. */
export function lotName(
  lot: { productRef: string | null; material: string | null; lotCode: string },
  products: readonly Pick<OwnProduct, 'id' | 'title'>[],
): string {
  return products.find((product) => product.id === lot.productRef)?.title ?? lot.material ?? lot.lotCode
}

/** A word of the journal in the visitor's language; the word itself when it is none of ours. */
export function stepLabel(word: string, steps: readonly StepWord[], locale: Locale): string {
  return steps.find((step) => step.word === word)?.label[locale] ?? word
}

/** The short form for buttons: "Sấy, phơi" is "Sấy". */
export function shortStep(label: string): string {
  return label.split(',', 1)[0] ?? label
}

/** The page of a lot. */
export function lotPath(ref: string): `/${string}` {
  return `/chu-the/lo/${encodeURIComponent(ref)}`
}

/** The page where goods that another producer handed over are taken in. */
export function receivingPath({ lotRef, producer }: { lotRef: string; producer: { handle: string } }): `/${string}` {
  return `${entryPath('receiving', lotRef)}&cua=${encodeURIComponent(producer.handle)}`
}

/** The page where a step is written down; without a step it asks which. */
export function entryPath(step: string | null, lotRef?: string): `/${string}` {
  const query = new URLSearchParams()
  if (step !== null) query.set('buoc', step)
  if (lotRef !== undefined) query.set('lo', lotRef)
  return `/chu-the/ghi${query.size > 0 ? `?${query}` : ''}`
}
