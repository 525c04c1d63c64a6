import { Link } from '@remix-run/react'
import { shell } from '#app/i18n/shell.ts'
import { useT } from '#app/i18n/use-locale.ts'

export interface Crumb {
  label: string
  /** Path of the page; the last crumb is the page itself. */
  to: string
}

/** Where this page stands. The home page is put in front; the last crumb is the page itself and no link. */
export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  const t = useT(shell)
  const here = crumbs.length - 1
  return (
    <nav aria-label={t('breadcrumbs')} className="print-hidden pt-3 text-sm text-muted">
      <ol className="flex flex-wrap items-center gap-x-2">
        <li>
          <Link className="inline-flex min-h-11 items-center hover:underline" to="/">
            {t('home')}
          </Link>
        </li>
        {crumbs.map((crumb, index) => (
          <li key={crumb.to} className="flex items-center gap-x-2">
            <span aria-hidden="true">›</span>
            {index === here ? (
              <span aria-current="page">{crumb.label}</span>
            ) : (
              <Link className="inline-flex min-h-11 items-center hover:underline" to={crumb.to}>
                {crumb.label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
