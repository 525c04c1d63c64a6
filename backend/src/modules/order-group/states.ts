/** How a group is paid. Counter sales have rows of their own. */
export const PAYMENT_METHODS = ['vnpay', 'bank_transfer', 'cod'] as const
export type PaymentMethod = (typeof PAYMENT_METHODS)[number]

/** `placing`: half-made, seen by nobody but its maker and the job that takes it back. */
export const GROUP_STATES = ['placing', 'awaiting_payment', 'placed', 'expired', 'canceled'] as const
export type GroupState = (typeof GROUP_STATES)[number]

export const SELLER_ORDER_STATES = [
  'awaiting_payment',
  'to_confirm',
  'confirmed',
  'packed',
  'shipped',
  'delivered',
  'refused',
  'canceled',
] as const
export type SellerOrderState = (typeof SELLER_ORDER_STATES)[number]
