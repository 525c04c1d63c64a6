import type { LabelPermission } from '#app/lib/producer/types.ts'
import type { LotChoice } from './types.ts'

export interface GoodsChoice {
  /** Id and title of a product. */
  productRef: string
  title: string
  /** Whether labels may be ordered for it today, and why not. */
  permission: LabelPermission
  /** Lots of it that may get labels, newest first; `value` is what the form sends. */
  lots: { value: string; ref: string; lotCode: string; packedOn: string | null; packs: number | null }[]
}

/** What labels can be made for: every product of the producer, with its lots of packs that are not recalled or gone. */
export function goodsChoices(
  products: readonly { id: string; title: string; labels: LabelPermission }[],
  lots: readonly LotChoice[],
): GoodsChoice[] {
  return products.map(({ id, title, labels: permission }) => ({
    productRef: id,
    title,
    permission,
    lots: lots
      .filter((lot) => lot.productRef === id && lot.kind === 'product' && lot.recall === null && !lot.withdrawn)
      .map(({ ref, lotCode, packedOn, packs }) => ({ value: `lot|${id}|${ref}`, ref, lotCode, packedOn, packs })),
  }))
}

/** A product that may have no new labels today, with the reason. */
export interface RefusedProduct {
  title: string
  permission: Extract<LabelPermission, { allowed: false }>
}

/** Those of some products that may have no new labels. */
export function refusedProducts(products: readonly { title: string; labels: LabelPermission }[]): RefusedProduct[] {
  return products.flatMap(({ title, labels }) => (labels.allowed ? [] : [{ title, permission: labels }]))
}
