/** `cancel`: asked before the goods left; `return`: after they arrived. */
export const REQUEST_KINDS = ['cancel', 'return'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

/**
 * `asked`: the producer has to answer. `goods_awaited`: the goods go back first. `refused`: the buyer may take it to the operator
 * (`disputed`). `refunded`, `withdrawn`, `closed` are the ends; a refused one is an end too, as long as nobody disputes it.
 */
export const REQUEST_STATES = [
  'asked',
  'goods_awaited',
  'refused',
  'disputed',
  'refunded',
  'withdrawn',
  'closed',
] as const
export type RequestState = (typeof REQUEST_STATES)[number]

/** States in which a request holds its quantities: they cannot be asked for a second time. */
export const HOLDING_STATES: readonly RequestState[] = ['asked', 'goods_awaited', 'disputed', 'refunded']

export const RETURN_REASONS = [
  'changed_mind',
  'damaged',
  'wrong_goods',
  'not_as_described',
  'missing',
  'recalled',
  'ordered_by_mistake',
  'too_late',
] as const
export type ReturnReason = (typeof RETURN_REASONS)[number]

/** Reasons for which the seller answers: the freight goes back too when the whole order does. */
export const SELLERS_FAULT: readonly ReturnReason[] = [
  'damaged',
  'wrong_goods',
  'not_as_described',
  'missing',
  'recalled',
  'too_late',
]

export const GOODS_KINDS = ['ordinary', 'perishable'] as const
export type GoodsKind = (typeof GOODS_KINDS)[number]
