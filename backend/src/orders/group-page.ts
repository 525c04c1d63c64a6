import { environment } from '../env'
import { signOrderLink } from './order-link'

/** The buyer's page of an order group with its signed token, for messages. `at`: an anchor of the page. */
export function groupPage(groupId: string, at = ''): string {
  const token = signOrderLink(groupId, environment().ORDER_LINK_SECRET, new Date())
  return `/don-hang/${groupId}?t=${encodeURIComponent(token)}${at}`
}
