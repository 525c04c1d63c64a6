/**
 * Kinds of findings: the violations met in practice (a lapsed recognition, a wrong number of stars, the mark on another
 * product of the same holder, a seller without recognition, an altered logo, a star on the shop's sign instead of a product),
 * what traceability adds, and `none` when all is in order.
 */
export const FINDINGS = [
  'none',
  'star_lapsed',
  'wrong_stars',
  'other_product',
  'uncertified_seller',
  'altered_mark',
  'star_on_sign',
  'recalled_goods',
  'void_label',
  'copied_label',
  'other',
] as const
export type Finding = (typeof FINDINGS)[number]
