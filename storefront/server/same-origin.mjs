/**
 * True when a writing request comes from a page of this site, or from a tool that sends neither header.
 * Cookies are SameSite=Lax already; this also refuses posts from sister sites and from opaque origins.
 * @param {{ origin: string | undefined, fetchSite: string | undefined, host: string | undefined }} headers
 */
export function isSameOrigin({ origin, fetchSite, host }) {
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return false
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
