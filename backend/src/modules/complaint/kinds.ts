/** What a complaint is about. */
export const COMPLAINT_KINDS = ['order', 'product', 'seller', 'refund', 'personal_data', 'site', 'other'] as const
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number]

/** `received` → `working` → `answered`; an answered one may be taken up again. */
export const COMPLAINT_STATES = ['received', 'working', 'answered'] as const
export type ComplaintState = (typeof COMPLAINT_STATES)[number]
