import type { LabelPermission } from './label-permission.ts'

type Refused = Extract<LabelPermission, { allowed: false }>

/** No new labels for a product, by the state of its recognition; the page of the producer has a sentence for each reason. */
export class LabelRefusal extends Error {
  readonly code = 'no_valid_recognition'
  readonly field = 'productRef'
  readonly details: { reason: Refused['reason']; since?: string }

  /** In: why, for which product, and the day of ordering. */
  constructor({ reason, since }: Refused, productRef: string, day: string) {
    super(
      `productRef: "${productRef}" has no recognition that is valid on ${day} (${reason}), so it gets no new labels`,
    )
    this.name = 'LabelRefusal'
    this.details = { reason, ...(since === null ? {} : { since }) }
  }
}
