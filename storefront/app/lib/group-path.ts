/** The page of an order group: opens with its token alone. */
export function groupPath(groupId: string, token: string): string {
  return `/don-hang/${encodeURIComponent(groupId)}?t=${encodeURIComponent(token)}`
}

/** Where goods of one order of a group are asked back, and where the answers stand. */
export function returnPath(groupId: string, token: string, orderId: string): string {
  return `/don-hang/${encodeURIComponent(groupId)}/tra-hang?t=${encodeURIComponent(token)}&don=${encodeURIComponent(orderId)}`
}

/** Where the buyer reviews what one order of a group brought. */
export function reviewPath(groupId: string, token: string, orderId: string): string {
  return `/don-hang/${encodeURIComponent(groupId)}/danh-gia?t=${encodeURIComponent(token)}&don=${encodeURIComponent(orderId)}`
}

/** Where the buyer and the seller of one order of a group write to each other. */
export function messagesPath(groupId: string, token: string, orderId: string): string {
  return `/don-hang/${encodeURIComponent(groupId)}/nhan-tin?t=${encodeURIComponent(token)}&don=${encodeURIComponent(orderId)}`
}
