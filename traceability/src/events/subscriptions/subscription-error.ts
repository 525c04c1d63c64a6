/** A subscription that cannot be made as asked: SubscriptionControlsException (EPCIS 2.0, 8.2.6). */
export class SubscriptionError extends Error {}
