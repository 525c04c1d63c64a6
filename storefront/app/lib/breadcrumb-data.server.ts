import type { Crumb } from '#app/components/breadcrumbs.tsx'
import { env } from './env.server.ts'

/** schema.org BreadcrumbList of a page, with absolute addresses. The home page is put in front. */
export function breadcrumbData(homeLabel: string, crumbs: Crumb[]): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: [{ label: homeLabel, to: '/' }, ...crumbs].map((crumb, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: crumb.label,
      item: `${env().STOREFRONT_URL}${crumb.to}`,
    })),
  }
}
