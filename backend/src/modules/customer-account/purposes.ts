/** What personal data may be asked for, each on its own (Law 91/2025, Article 9: consent is given per purpose). */
export const CONSENT_PURPOSES = ['account', 'order', 'order_messages', 'follow_notices', 'offers'] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

/** Whose consent it is: a customer's, or a buyer's with one cart, which becomes one order group. */
export const CONSENT_SUBJECTS = ['customer', 'cart'] as const
export type ConsentSubject = (typeof CONSENT_SUBJECTS)[number]
