/** Order and contract data: 3 years (Law 122/2025/QH15). */
export const ORDER_KEPT_DAYS = 3 * 365 + 1
/** Listings that were taken down: 1 year (the same law). */
export const LISTING_KEPT_DAYS = 365
export const COMPLAINT_KEPT_DAYS = 3 * 365 + 1
/** Accounts that refunds were paid to: long enough for the bank to send a failed transfer back. */
export const REFUND_ACCOUNT_KEPT_DAYS = 30
export const CART_KEPT_DAYS = 30
/** Contact data of those who asked a host for days, from the last day on. */
export const STAY_KEPT_DAYS = 180
