import { environment } from '../env'
import { signOrderLink } from './order-link'

/** The buyer's page of an order group with its signed token, for messages. `at`: an anchor of the page. */
export function groupPage(groupId: string, at = ''): string {
  return `/don-hang/${groupId}?t=${tokenOf(groupId)}${at}`
}

/** The buyer's page of the messages of one order of a group, at what is new; for messages. */
export function conversationPage(groupId: string, orderId: string): string {
  return `/don-hang/${groupId}/nhan-tin?t=${tokenOf(groupId)}&don=${encodeURIComponent(orderId)}#moi`
}

function tokenOf(groupId: string): string {
  return encodeURIComponent(signOrderLink(groupId, environment().ORDER_LINK_SECRET, new Date()))
}
