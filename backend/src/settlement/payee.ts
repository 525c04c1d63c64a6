import type { Account } from '../modules/settlement/kinds'

/** Who is paid out: a producer for what it sold, or a centre for what it earned by selling for producers. */
export interface Payee {
  kind: 'producer' | 'centre'
  id: string
}

/** The account in the ledger that holds what the payee is owed. */
export function accountOf({ kind, id }: Payee): Extract<Account, `seller:${string}` | `centre:${string}`> {
  return kind === 'producer' ? `seller:${id}` : `centre:${id}`
}

/** Whom a payout's entries are about. */
export function aboutPayee({ kind, id }: Payee): { producerId: string } | { centreId: string } {
  return kind === 'producer' ? { producerId: id } : { centreId: id }
}

/** The payee of a row of `payout` or `bank_account`, where one of the two is set. */
export function payeeOf(row: { producer_id: string | null; centre_id: string | null }): Payee {
  return row.producer_id === null
    ? { kind: 'centre', id: row.centre_id ?? '' }
    : { kind: 'producer', id: row.producer_id }
}
