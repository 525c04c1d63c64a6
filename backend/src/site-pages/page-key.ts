import { ApiError } from '../http/api-error'
import { SITE_PAGE_KEYS, type SitePageKey } from '../modules/site-page/keys'

/** The page an address names. Throws ApiError 404. */
export function sitePageKeyIn(value: unknown): SitePageKey {
  const key = SITE_PAGE_KEYS.find((each) => each === value)
  if (key === undefined) throw new ApiError(404, 'not_found')
  return key
}
