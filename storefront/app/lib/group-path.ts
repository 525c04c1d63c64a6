/** The page of an order group: opens with its token alone. */
export function groupPath(groupId: string, token: string): string {
  return `/don-hang/${encodeURIComponent(groupId)}?t=${encodeURIComponent(token)}`
}
