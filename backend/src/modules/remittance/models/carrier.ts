import { model } from '@medusajs/framework/utils'

/** A carrier that parcels may be handed to. */
export const Carrier = model.define('Carrier', {
  /** Names its account in the ledger, `carrier:ghn`. */
  code: model.text().primaryKey(),
  name: model.text(),
  /** Lets the receiver look into a parcel before paying (đồng kiểm). */
  joint_inspection: model.boolean(),
  /** The operator takes parcels to it. */
  active: model.boolean().default(true),
})
