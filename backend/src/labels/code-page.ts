/** Address of the page that shoppers see for a code. */
export function codePage(code: string, storefront: string): string {
  return new URL(`/q/${encodeURIComponent(code)}`, storefront).href
}
