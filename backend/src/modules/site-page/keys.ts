/** The pages that the law asks of a platform (Law 122/2025, Articles 4 to 7 and 11), and those about the site itself. */
export const SITE_PAGE_KEYS = [
  'operator',
  'terms',
  'privacy',
  'complaints',
  'returns',
  'delivery',
  'payment',
  'ranking',
  'about',
  'contact',
] as const
export type SitePageKey = (typeof SITE_PAGE_KEYS)[number]
