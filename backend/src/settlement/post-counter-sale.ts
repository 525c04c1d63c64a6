import { vietnamDay } from '@sao-lang/traceability/verify'
import type { Account, EntryKind } from '../modules/settlement/kinds'
import { toDong } from '../money/dong'
import type { Sql } from '../money/in-transaction'
import { keepTerms, readTermsOn } from './freeze-terms'
import type { LineTerms } from './line-terms'
import { post } from './post'
import { postEarned } from './post-earned'
import { shareOfBase } from './share-of-base'
import { withheldTaxes } from './withholding'

/** What one producer's goods brought in one sale at a counter. */
export interface CounterOrder {
  orderId: string
  producerId: string
  legalForm: string
  /** Under which the centre sells; its share is the only commission, for no rule of the online shop speaks of counters. */
  agreement: { id: string; shareBps: number }
  lines: readonly { lineId: string; productId: string; sector: string; quantity: number; amount: number }[]
}

export interface CounterSale {
  saleId: string
  centreId: string
  /** Where the buyer's money lies now. */
  asset: Extract<Account, 'bank:main' | `till:${string}`>
  at: Date
  orders: readonly CounterOrder[]
}

/**
 * Posts a sale at a counter, sold and paid in one moment: the money, the sellers' due, the centre's share by the agreement, and tax of
 * households. In: the transaction that books the sale. Posting it again changes nothing. Throws as `post` and `postEarned` do.
 */
export async function postCounterSale(sql: Sql, { saleId, centreId, asset, at, orders }: CounterSale): Promise<void> {
  const { rates } = await readTermsOn(sql, vietnamDay(at))
  const terms = orders.flatMap((order) =>
    order.lines.map(({ lineId, productId, sector, quantity, amount }): LineTerms => {
      const taxes = withheldTaxes(rates, order.legalForm, sector, amount)
      const room = amount - taxes.reduce((all, tax) => all + tax.amount, 0)
      const { id, shareBps } = order.agreement
      const share = Math.min(room, shareOfBase(amount, shareBps))
      return {
        lineId,
        kind: 'goods',
        groupId: saleId,
        orderId: order.orderId,
        producerId: order.producerId,
        centreId,
        productId,
        sector,
        legalForm: order.legalForm,
        quantity,
        goods: amount,
        producerDiscount: 0,
        centreDiscount: 0,
        platformDiscount: 0,
        paid: amount,
        base: amount,
        commissions:
          share === 0
            ? []
            : [{ ruleId: id, name: 'Thoả thuận bán hộ', payee: 'centre', basisPoints: shareBps, amount: share }],
        taxes,
      }
    }),
  )
  await keepTerms(sql, saleId, terms, at)
  for (const { orderId } of orders) await postEarned(sql, { orderId, collectedBy: asset, at })
}

const ENTRIES = `
  SELECT key, kind, debit, credit, amount, group_id, order_id, line_id, producer_id, centre_id, memo
  FROM ledger_entry WHERE group_id = ? AND key NOT LIKE 'void:%' ORDER BY key`

/** Takes a sale at a counter back: each of its entries once more, the other way round. Doing it again changes nothing. */
export async function reverseCounterSale(sql: Sql, saleId: string, at: Date): Promise<void> {
  const entries = await sql.query<{
    key: string
    kind: EntryKind
    debit: Account
    credit: Account
    amount: string
    group_id: string
    order_id: string | null
    line_id: string | null
    producer_id: string | null
    centre_id: string | null
    memo: Record<string, string> | null
  }>(ENTRIES, [saleId])
  await post(
    sql,
    entries.map((entry) => ({
      key: `void:${entry.key}`,
      kind: entry.kind,
      debit: entry.credit,
      credit: entry.debit,
      amount: toDong(entry.amount),
      at,
      groupId: entry.group_id,
      orderId: entry.order_id,
      lineId: entry.line_id,
      producerId: entry.producer_id,
      centreId: entry.centre_id,
      ...(entry.memo === null ? {} : { memo: entry.memo }),
    })),
  )
}

/** Posts what a till held more or less than it should at its close; the centre answers for its tills. Nothing for 0. */
export async function postTillDifference(
  sql: Sql,
  {
    shopId,
    centreId,
    closeId,
    difference,
    at,
  }: { shopId: string; centreId: string; closeId: string; difference: number; at: Date },
): Promise<void> {
  if (difference === 0) return
  const till: Account = `till:${shopId}`
  const centre: Account = `centre:${centreId}`
  await post(sql, [
    {
      key: `till-difference:${closeId}`,
      kind: 'fee',
      debit: difference > 0 ? till : centre,
      credit: difference > 0 ? centre : till,
      amount: Math.abs(difference),
      at,
      centreId,
      memo: { component: 'till_difference' },
    },
  ])
}
