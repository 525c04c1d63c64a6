import { MedusaError } from '@medusajs/framework/utils'
import type { AssetAccount } from '../../modules/settlement/kinds'
import type { EntryDraft } from '../post'

/** Money that paid a group: what each of its orders costs, in advance. */
export interface PaidGroup {
  receiptId: string
  groupId: string
  /** Where the money came to lie. */
  asset: AssetAccount
  at: Date
  orders: readonly { orderId: string; producerId: string; total: number }[]
}

/** The receipt of a prepaid group that was applied: one entry a seller order. */
export function paidEntries({ receiptId, groupId, asset, at, orders }: PaidGroup): EntryDraft[] {
  return orders
    .filter(({ total }) => total !== 0)
    .map(({ orderId, producerId, total }) => ({
      key: `paid:${receiptId}:${orderId}`,
      kind: 'paid',
      debit: asset,
      credit: `advance:${orderId}`,
      amount: total,
      at,
      groupId,
      orderId,
      producerId,
      receiptId,
    }))
}

/** Money that came in and is not for any order: late, twice, or of a wrong amount. */
export interface UnappliedMoney {
  receiptId: string
  groupId: string
  asset: AssetAccount
  amount: number
  at: Date
}

/** A receipt that could not be applied. */
export function unappliedEntries({ receiptId, groupId, asset, amount, at }: UnappliedMoney): EntryDraft[] {
  return [
    {
      key: `unapplied:${receiptId}`,
      kind: 'unapplied',
      debit: asset,
      credit: `unapplied:${groupId}`,
      amount,
      at,
      groupId,
      receiptId,
    },
  ]
}

/** What a carrier or the gateway pays into the bank, and what it keeps. */
export interface Remittance {
  /** Unique for the remittance, e.g. `carrier_file:<id>` or `reconciliation:<day>`. */
  remittanceId: string
  from: Exclude<AssetAccount, 'bank:main'>
  /** Whole đồng that arrived at the bank; 0 when the fees ate it up. */
  net: number
  /** What was kept: the gateway's fee is the platform's cost, freight is the seller's (or the platform's, without producer). */
  fees: readonly {
    feeId: string
    kind: 'gateway_fee' | 'freight'
    amount: number
    producerId?: string
    orderId?: string
    groupId?: string
  }[]
  at: Date
}

/** A remittance: the bank for what arrived, and each fee for what did not. */
export function remittedEntries({ remittanceId, from, net, fees, at }: Remittance): EntryDraft[] {
  const memo = { remittance: remittanceId }
  const arrived: EntryDraft[] =
    net === 0
      ? []
      : [{ key: `remitted:${remittanceId}`, kind: 'remitted', debit: 'bank:main', credit: from, amount: net, at, memo }]
  return [
    ...arrived,
    ...fees.map(({ feeId, kind, amount, producerId, orderId, groupId }): EntryDraft => {
      if (kind === 'gateway_fee' && producerId !== undefined) {
        throw new MedusaError(MedusaError.Types.INVALID_DATA, 'The gateway’s fee is borne by the platform.')
      }
      return {
        key: `fee:${remittanceId}:${feeId}`,
        kind: 'fee',
        debit:
          kind === 'gateway_fee'
            ? 'cost:gateway_fee'
            : producerId === undefined
              ? 'cost:freight'
              : `seller:${producerId}`,
        credit: from,
        amount,
        at,
        memo,
        ...(producerId === undefined ? {} : { producerId }),
        ...(orderId === undefined ? {} : { orderId }),
        ...(groupId === undefined ? {} : { groupId }),
      }
    }),
  ]
}

/** The carrier's charge for a parcel, e.g. one refused at the door and carried both ways. */
export interface FreightCharge {
  /** Unique for the charge, e.g. `refused:<parcel>`. */
  chargeId: string
  carrier: AssetAccount
  amount: number
  /** Who bears it; null for the platform. */
  producerId: string | null
  groupId?: string
  orderId?: string
  at: Date
}

/** Freight that the carrier takes from what it collected. */
export function freightEntries({
  chargeId,
  carrier,
  amount,
  producerId,
  groupId,
  orderId,
  at,
}: FreightCharge): EntryDraft[] {
  return [
    {
      key: `freight:${chargeId}`,
      kind: 'freight',
      debit: producerId === null ? 'cost:freight' : `seller:${producerId}`,
      credit: carrier,
      amount,
      at,
      producerId,
      ...(groupId === undefined ? {} : { groupId }),
      ...(orderId === undefined ? {} : { orderId }),
    },
  ]
}

/** Withheld tax that the operator paid to the tax office for a month. */
export function taxRemittedEntries(paid: {
  month: string
  tax: 'vat' | 'pit'
  amount: number
  at: Date
  reference: string
}): EntryDraft[] {
  const { month, tax, amount, at, reference } = paid
  return [
    {
      key: `tax_remitted:${tax}:${month}:${reference}`,
      kind: 'tax_remitted',
      debit: `tax:${tax}`,
      credit: 'bank:main',
      amount,
      at,
      memo: { month, reference },
    },
  ]
}
