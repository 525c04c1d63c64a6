export const OFFER_KINDS = ['percent', 'amount', 'free_delivery'] as const
export type OfferKind = (typeof OFFER_KINDS)[number]

/** Who pays for it: the ledger books what the others bear in favour of the producer. */
export const OFFER_BEARERS = ['producer', 'centre', 'platform'] as const
export type OfferBearer = (typeof OFFER_BEARERS)[number]

export const OFFER_SCOPES = ['all', 'producer', 'products'] as const
export type OfferScope = (typeof OFFER_SCOPES)[number]
