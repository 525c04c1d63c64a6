import { createHmac } from 'node:crypto'

/** Who used an offer, without saying who it was. */
export interface BuyerHash {
  phone: string
  email: string | null
}

/**
 * Keyed hashes of a buyer's phone number and e-mail address, by which uses of an offer are counted. In: the number as `Delivery` has it,
 * the address in any case, 64 hex characters as key. Out: hex.
 */
export function buyerHash(phone: string, email: string | null, key: string): BuyerHash {
  const hash = (text: string) => createHmac('sha256', Buffer.from(key, 'hex')).update(`buyer|${text}`).digest('hex')
  return { phone: hash(phone), email: email === null ? null : hash(email.trim().toLowerCase()) }
}
